package onepermit.exchange.mandate.grpc;

import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.mandate.Mandate;
import onepermit.exchange.mandate.Mandates;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.AnswerMandateRequest;
import onepermit.exchange.v1.AnswerMandateResponse;
import onepermit.exchange.v1.ListMandatesRequest;
import onepermit.exchange.v1.ListMandatesResponse;
import onepermit.exchange.v1.MandateServiceGrpc;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.RequestMandateRequest;
import onepermit.exchange.v1.RequestMandateResponse;
import org.springframework.transaction.support.TransactionOperations;

/** Mandates at the door: every change once, in one transaction, and each a leaf that names nobody but who did it. */
final class MandateEndpoint extends MandateServiceGrpc.MandateServiceImplBase {
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final Mandates mandates;
    private final RequestLog requests;
    private final TransactionOperations transactions;
    private final Ledger ledger;

    MandateEndpoint(
            CitizenIds ids,
            PersonKeys keys,
            Divisions divisions,
            Mandates mandates,
            RequestLog requests,
            TransactionOperations transactions,
            Ledger ledger) {
        this.ids = ids;
        this.keys = keys;
        this.divisions = divisions;
        this.mandates = mandates;
        this.requests = requests;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    @Override
    public void requestMandate(RequestMandateRequest request, StreamObserver<RequestMandateResponse> out) {
        Caller caller = Callers.current();
        Mandate.Asked asked = new Mandate.Asked(
                request.getMethod(),
                divisions.read("division", request.getDivision()),
                persons(request.getCitizenIdsList()),
                Dates.read("valid_until", request.getValidUntil()),
                request.getContext(),
                caller.subject());
        mandates.require(caller, asked);
        RequestMandateResponse answer = inTransaction(() -> requests.once(
                request.getRequestId(),
                "MandateService/RequestMandate",
                RequestMandateResponse.parser(),
                () -> RequestMandateResponse.newBuilder()
                        .setMandate(message(mandates.ask(asked)))
                        .build()));
        record("RequestMandate", request.getContext(), answer);
        answer(out, answer);
    }

    @Override
    public void answerMandate(AnswerMandateRequest request, StreamObserver<AnswerMandateResponse> out) {
        Caller caller = Callers.current();
        AnswerMandateResponse answer = inTransaction(() -> requests.once(
                request.getRequestId(),
                "MandateService/AnswerMandate",
                AnswerMandateResponse.parser(),
                () -> AnswerMandateResponse.newBuilder()
                        .setMandate(message(mandates.answer(
                                caller,
                                request.getMandateId(),
                                request.getEtag(),
                                MandateMessages.state(request.getAct()),
                                request.getReason())))
                        .build()));
        record("AnswerMandate", answer.getMandate().getContext(), answer);
        answer(out, answer);
    }

    @Override
    public void listMandates(ListMandatesRequest request, StreamObserver<ListMandatesResponse> out) {
        answer(
                out,
                ListMandatesResponse.newBuilder()
                        .addAllMandates(mandates.seenBy(Callers.current()).stream()
                                .map(this::message)
                                .toList())
                        .build());
    }

    private List<PersonKey> persons(List<String> citizenIds) {
        return IntStream.range(0, citizenIds.size())
                .mapToObj(i -> keys.of(ids.read("citizen_ids[" + i + "]", citizenIds.get(i))))
                .toList();
    }

    private onepermit.exchange.v1.Mandate message(Mandate mandate) {
        return MandateMessages.of(mandate, mandates.today());
    }

    private void record(String method, RequestContext context, Message answer) {
        ledger.append(new Look(
                        Callers.current(),
                        context,
                        MandateServiceGrpc.SERVICE_NAME + "/" + method,
                        List.of(),
                        List.of())
                .answered(sha256(answer)));
    }

    private <R> R inTransaction(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static <R> void answer(StreamObserver<R> out, R response) {
        out.onNext(response);
        out.onCompleted();
    }

    private static byte[] sha256(Message answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
