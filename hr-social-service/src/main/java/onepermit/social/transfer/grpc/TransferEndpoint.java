package onepermit.social.transfer.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.RecordedCalls;
import onepermit.social.RequestFields;
import onepermit.social.transfer.CheckTransfer;
import onepermit.social.transfer.OpenTransfer;
import onepermit.social.transfer.ReadTransfers;
import onepermit.social.transfer.TransferQuestion;
import onepermit.social.v1.AdvanceTransferRequest;
import onepermit.social.v1.AdvanceTransferResponse;
import onepermit.social.v1.CheckTransferRequest;
import onepermit.social.v1.CheckTransferResponse;
import onepermit.social.v1.GetTransfersRequest;
import onepermit.social.v1.GetTransfersResponse;
import onepermit.social.v1.OpenTransferRequest;
import onepermit.social.v1.OpenTransferResponse;
import onepermit.social.v1.PensionTransferServiceGrpc;
import onepermit.social.v1.PensionTransferServiceGrpc.PensionTransferServiceImplBase;
import org.springframework.stereotype.Component;

/** {@code PensionTransferService} on the wire. */
@Component
class TransferEndpoint extends PensionTransferServiceImplBase {
    private static final List<String> DATASETS = List.of("hukou.place", "si.months");

    private final CheckTransfer check;
    private final OpenTransfer open;
    private final ReadTransfers read;
    private final Decisions decisions;
    private final RequestFields fields;
    private final RecordedCalls calls;
    private final TransferMessages messages;

    TransferEndpoint(
            CheckTransfer check,
            OpenTransfer open,
            ReadTransfers read,
            Decisions decisions,
            RequestFields fields,
            RecordedCalls calls,
            TransferMessages messages) {
        this.check = check;
        this.open = open;
        this.read = read;
        this.decisions = decisions;
        this.fields = fields;
        this.calls = calls;
        this.messages = messages;
    }

    @Override
    public void checkTransfer(CheckTransferRequest request, StreamObserver<CheckTransferResponse> answer) {
        TransferQuestion question = question(request);
        Look look = look(question.person(), PensionTransferServiceGrpc.getCheckTransferMethod(), request.getContext());
        Decision decision = decisions.answer(check.decide(question), look, question.to());
        answer.onNext(CheckTransferResponse.newBuilder().setDecision(decision).build());
        answer.onCompleted();
    }

    @Override
    public void openTransfer(OpenTransferRequest request, StreamObserver<OpenTransferResponse> answer) {
        PersonKey person = fields.person(request.getCitizenId());
        DivisionCode from = fields.division("from_place", request.getFromPlace());
        DivisionCode to = fields.ownDivision("to_place", request.getToPlace(), request.getContext());
        answer.onNext(calls.once(
                look(person, PensionTransferServiceGrpc.getOpenTransferMethod(), request.getContext()),
                request.getRequestId(),
                OpenTransferResponse.parser(),
                () -> OpenTransferResponse.newBuilder()
                        .setTransfer(messages.transfer(open.open(person, from, to, request.getDecisionId())))
                        .build()));
        answer.onCompleted();
    }

    @Override
    public void advanceTransfer(AdvanceTransferRequest request, StreamObserver<AdvanceTransferResponse> answer) {
        PersonKey person = fields.person(request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("done_on", request.getDoneOn());
        answer.onNext(calls.once(
                look(person, PensionTransferServiceGrpc.getAdvanceTransferMethod(), request.getContext()),
                request.getRequestId(),
                AdvanceTransferResponse.parser(),
                () -> AdvanceTransferResponse.newBuilder()
                        .setTransfer(messages.transfer(open.advance(
                                read.inTurn(request.getTransferId(), person, fields::own), request.getEtag(), on)))
                        .build()));
        answer.onCompleted();
    }

    @Override
    public void getTransfers(GetTransfersRequest request, StreamObserver<GetTransfersResponse> answer) {
        PersonKey person = fields.person(request.getCitizenId());
        Look look = look(person, PensionTransferServiceGrpc.getGetTransfersMethod(), request.getContext());
        answer.onNext(calls.recorded(look, () -> transfers(person)));
        answer.onCompleted();
    }

    private GetTransfersResponse transfers(PersonKey person) {
        GetTransfersResponse.Builder response = GetTransfersResponse.newBuilder();
        read.of(person, fields::own).forEach(transfer -> response.addTransfers(messages.transfer(transfer)));
        return response.build();
    }

    private TransferQuestion question(CheckTransferRequest request) {
        CitizenId citizen = fields.citizen(request.getCitizenId());
        return new TransferQuestion(
                fields.key(citizen),
                citizen,
                fields.division("from_place", request.getFromPlace()),
                fields.ownDivision("to_place", request.getToPlace(), request.getContext()),
                request.getApproved(),
                fields.pastDateOrToday("requested_on", request.getRequestedOn()),
                request.getContext());
    }

    private static Look look(PersonKey person, MethodDescriptor<?, ?> method, RequestContext context) {
        return RecordedCalls.look(person, method, context, DATASETS);
    }
}
