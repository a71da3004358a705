package onepermit.education.admission.grpc;

import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.Document;
import onepermit.education.admission.Documents;
import onepermit.education.admission.Reach;
import onepermit.education.admission.Verified;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.RequestDocumentRequest;
import onepermit.education.v1.RequestDocumentResponse;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.education.v1.VerifyEligibilityResponse;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.CallLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Admissions on the wire. Every look is recorded before its answer leaves. */
@Component
class AdmissionEndpoint extends AdmissionServiceGrpc.AdmissionServiceImplBase {
    private static final String SERVICE = AdmissionServiceGrpc.SERVICE_NAME + "/";

    private final Questions questions;
    private final VerifyEligibility eligibility;
    private final Documents documents;
    private final AccessGuard guard;
    private final Ledger ledger;
    private final BatchLines lines;
    private final CallLimit door;
    private final int window;
    private final Executor lineByLine = Executors.newVirtualThreadPerTaskExecutor();

    AdmissionEndpoint(
            Questions questions,
            VerifyEligibility eligibility,
            Documents documents,
            AccessGuard guard,
            Ledger ledger,
            BatchLines lines,
            CallLimit door,
            @Value("${onepermit.education.batch-window}") int window) {
        this.questions = questions;
        this.eligibility = eligibility;
        this.documents = documents;
        this.guard = guard;
        this.ledger = ledger;
        this.lines = lines;
        this.door = door;
        this.window = window;
    }

    @Override
    public void verifyEligibility(VerifyEligibilityRequest request, StreamObserver<VerifyEligibilityResponse> answer) {
        Verified verified = verify(request, "VerifyEligibility", Reach.OWNERS_TOO, "");
        answer.onNext(VerifyEligibilityResponse.newBuilder()
                .setDecision(verified.decision())
                .addAllNotes(verified.notes())
                .build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<VerifyEligibilityBatchRequest> verifyEligibilityBatch(
            StreamObserver<VerifyEligibilityBatchResponse> answers) {
        return BatchCall.start(
                (ServerCallStreamObserver<VerifyEligibilityBatchResponse>) answers,
                window,
                Context.current().fixedContextExecutor(lineByLine),
                line -> lines.answer(line, request -> verifyLater(request, line.getMandateId())));
    }

    private Verified verifyLater(VerifyEligibilityRequest request, String mandate) {
        door.afterOfficers();
        return verify(request, "VerifyEligibilityBatch", Reach.HERE_ONLY, mandate);
    }

    @Override
    public void requestDocument(RequestDocumentRequest request, StreamObserver<RequestDocumentResponse> answer) {
        PersonKey child = questions.child("child_id", request.getChildId());
        Document document = documents.read("document_kind", request.getDocumentKind());
        ledger.append(new Look(
                Callers.current(), request.getContext(), SERVICE + "RequestDocument", List.of(child), List.of()));
        documents.requireNotShared("document_kind", document, dataset -> guard.reads(dataset, request.getContext()));
        answer.onNext(RequestDocumentResponse.newBuilder()
                .setDocumentKind(document.kind())
                .build());
        answer.onCompleted();
    }

    private Verified verify(VerifyEligibilityRequest request, String method, Reach reach, String mandate) {
        Caller caller = Callers.current();
        AdmissionQuestion question = questions.read(caller, request);
        return eligibility.verify(
                question,
                reach,
                new Look(caller, request.getContext(), SERVICE + method, question.persons(), VerifyEligibility.DATASETS)
                        .under(mandate));
    }
}
