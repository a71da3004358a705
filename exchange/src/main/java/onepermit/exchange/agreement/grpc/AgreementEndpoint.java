package onepermit.exchange.agreement.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.agreement.keep.Agreements;
import onepermit.exchange.agreement.keep.Party;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.AgreementServiceGrpc.AgreementServiceImplBase;
import onepermit.exchange.v1.ApproveAgreementRequest;
import onepermit.exchange.v1.ApproveAgreementResponse;
import onepermit.exchange.v1.GetAgreementRequest;
import onepermit.exchange.v1.GetAgreementResponse;
import onepermit.exchange.v1.ListAgreementsRequest;
import onepermit.exchange.v1.ListAgreementsResponse;
import onepermit.exchange.v1.NarrowAgreementRequest;
import onepermit.exchange.v1.NarrowAgreementResponse;
import onepermit.exchange.v1.RefuseAgreementRequest;
import onepermit.exchange.v1.RefuseAgreementResponse;
import onepermit.exchange.v1.RequestAgreementRequest;
import onepermit.exchange.v1.RequestAgreementResponse;
import onepermit.exchange.v1.ResumeAgreementRequest;
import onepermit.exchange.v1.ResumeAgreementResponse;
import onepermit.exchange.v1.RevokeAgreementRequest;
import onepermit.exchange.v1.RevokeAgreementResponse;
import onepermit.exchange.v1.SharingAgreement;
import onepermit.exchange.v1.SuspendAgreementRequest;
import onepermit.exchange.v1.SuspendAgreementResponse;
import onepermit.exchange.v1.WidenAgreementRequest;
import onepermit.exchange.v1.WidenAgreementResponse;
import org.springframework.transaction.support.TransactionOperations;

/** Agreements at the door: every change once, in one transaction. */
final class AgreementEndpoint extends AgreementServiceImplBase {
    private static final int LARGEST_PAGE = 100;

    private final Agreements agreements;
    private final RequestLog requests;
    private final TransactionOperations transactions;

    AgreementEndpoint(Agreements agreements, RequestLog requests, TransactionOperations transactions) {
        this.agreements = agreements;
        this.requests = requests;
        this.transactions = transactions;
    }

    @Override
    public void requestAgreement(RequestAgreementRequest request, StreamObserver<RequestAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "RequestAgreement",
                        RequestAgreementResponse.parser(),
                        () -> agreements.request(party(), request.getTerms(), request.getLegalBasis()),
                        agreement -> RequestAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void approveAgreement(ApproveAgreementRequest request, StreamObserver<ApproveAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "ApproveAgreement",
                        ApproveAgreementResponse.parser(),
                        () -> agreements.approve(party(), request.getId(), request.getEtag()),
                        agreement -> ApproveAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void refuseAgreement(RefuseAgreementRequest request, StreamObserver<RefuseAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "RefuseAgreement",
                        RefuseAgreementResponse.parser(),
                        () -> agreements.refuse(party(), request.getId(), request.getEtag(), request.getReason()),
                        agreement -> RefuseAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void narrowAgreement(NarrowAgreementRequest request, StreamObserver<NarrowAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "NarrowAgreement",
                        NarrowAgreementResponse.parser(),
                        () -> agreements.narrow(party(), request.getId(), request.getEtag(), request.getTerms()),
                        agreement -> NarrowAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void widenAgreement(WidenAgreementRequest request, StreamObserver<WidenAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "WidenAgreement",
                        WidenAgreementResponse.parser(),
                        () -> agreements.widen(
                                party(),
                                request.getId(),
                                request.getEtag(),
                                request.getTerms(),
                                request.getLegalBasis()),
                        agreement -> WidenAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void suspendAgreement(SuspendAgreementRequest request, StreamObserver<SuspendAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "SuspendAgreement",
                        SuspendAgreementResponse.parser(),
                        () -> agreements.suspend(party(), request.getId(), request.getEtag(), request.getReason()),
                        agreement -> SuspendAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void resumeAgreement(ResumeAgreementRequest request, StreamObserver<ResumeAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "ResumeAgreement",
                        ResumeAgreementResponse.parser(),
                        () -> agreements.resume(party(), request.getId(), request.getEtag()),
                        agreement -> ResumeAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void revokeAgreement(RevokeAgreementRequest request, StreamObserver<RevokeAgreementResponse> out) {
        answer(
                out,
                once(
                        request.getRequestId(),
                        "RevokeAgreement",
                        RevokeAgreementResponse.parser(),
                        () -> agreements.revoke(party(), request.getId(), request.getEtag(), request.getReason()),
                        agreement -> RevokeAgreementResponse.newBuilder()
                                .setAgreement(agreement)
                                .build()));
    }

    @Override
    public void getAgreement(GetAgreementRequest request, StreamObserver<GetAgreementResponse> out) {
        answer(
                out,
                GetAgreementResponse.newBuilder()
                        .setAgreement(agreements.get(party(), request.getId()))
                        .build());
    }

    @Override
    public void listAgreements(ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> out) {
        int size = request.getPageSize() == 0 ? LARGEST_PAGE : request.getPageSize();
        List<SharingAgreement> found =
                agreements.page(party(), request.getConsumer(), request.getPageToken(), size + 1);
        List<SharingAgreement> page = found.subList(0, Math.min(size, found.size()));
        answer(
                out,
                ListAgreementsResponse.newBuilder()
                        .addAllAgreements(page)
                        .setNextPageToken(found.size() > size ? page.getLast().getId() : "")
                        .build());
    }

    private <R extends MessageLite> R once(
            String requestId,
            String method,
            Parser<R> parser,
            Supplier<SharingAgreement> work,
            Function<SharingAgreement, R> response) {
        return Objects.requireNonNull(transactions.execute(status ->
                requests.once(requestId, "AgreementService/" + method, parser, () -> response.apply(work.get()))));
    }

    private static Party party() {
        return Party.of(Callers.current());
    }

    private static <R> void answer(StreamObserver<R> out, R response) {
        out.onNext(response);
        out.onCompleted();
    }
}
