package onepermit.social.transfer.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Decision;
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
    private final CheckTransfer check;
    private final OpenTransfer open;
    private final ReadTransfers read;
    private final Decisions decisions;
    private final TransferCalls calls;

    TransferEndpoint(
            CheckTransfer check, OpenTransfer open, ReadTransfers read, Decisions decisions, TransferCalls calls) {
        this.check = check;
        this.open = open;
        this.read = read;
        this.decisions = decisions;
        this.calls = calls;
    }

    @Override
    public void checkTransfer(CheckTransferRequest request, StreamObserver<CheckTransferResponse> answer) {
        TransferQuestion question = calls.question(request);
        var look = TransferCalls.look(
                question.person(), PensionTransferServiceGrpc.getCheckTransferMethod(), request.getContext());
        Decision decision = decisions.answer(check.decide(question), look, question.to());
        answer.onNext(CheckTransferResponse.newBuilder().setDecision(decision).build());
        answer.onCompleted();
    }

    @Override
    public void openTransfer(OpenTransferRequest request, StreamObserver<OpenTransferResponse> answer) {
        PersonKey person = calls.person(request.getCitizenId());
        var from = calls.place("from_place", request.getFromPlace());
        var to = calls.ownPlace("to_place", request.getToPlace(), request.getContext());
        answer.onNext(calls.once(
                TransferCalls.look(person, PensionTransferServiceGrpc.getOpenTransferMethod(), request.getContext()),
                request.getRequestId(),
                OpenTransferResponse.parser(),
                () -> OpenTransferResponse.newBuilder()
                        .setTransfer(calls.message(open.open(person, from, to, request.getDecisionId())))
                        .build()));
        answer.onCompleted();
    }

    @Override
    public void advanceTransfer(AdvanceTransferRequest request, StreamObserver<AdvanceTransferResponse> answer) {
        PersonKey person = calls.person(request.getCitizenId());
        var on = calls.pastDate("done_on", request.getDoneOn());
        answer.onNext(calls.once(
                TransferCalls.look(person, PensionTransferServiceGrpc.getAdvanceTransferMethod(), request.getContext()),
                request.getRequestId(),
                AdvanceTransferResponse.parser(),
                () -> AdvanceTransferResponse.newBuilder()
                        .setTransfer(calls.message(open.advance(
                                read.inTurn(request.getTransferId(), person, calls::own), request.getEtag(), on)))
                        .build()));
        answer.onCompleted();
    }

    @Override
    public void getTransfers(GetTransfersRequest request, StreamObserver<GetTransfersResponse> answer) {
        PersonKey person = calls.person(request.getCitizenId());
        var look = TransferCalls.look(person, PensionTransferServiceGrpc.getGetTransfersMethod(), request.getContext());
        answer.onNext(calls.recorded(look, () -> {
            GetTransfersResponse.Builder response = GetTransfersResponse.newBuilder();
            read.of(person, calls::own).forEach(transfer -> response.addTransfers(calls.message(transfer)));
            return response.build();
        }));
        answer.onCompleted();
    }
}
