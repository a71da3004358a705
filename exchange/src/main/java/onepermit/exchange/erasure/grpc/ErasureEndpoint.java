package onepermit.exchange.erasure.grpc;

import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.erasure.DestroyedSalts;
import onepermit.exchange.erasure.Erasure;
import onepermit.exchange.erasure.Erasures;
import onepermit.exchange.erasure.Whereabouts;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.ConfirmErasureRequest;
import onepermit.exchange.v1.ConfirmErasureResponse;
import onepermit.exchange.v1.ErasureServiceGrpc;
import onepermit.exchange.v1.ProveErasureRequest;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.RequestErasureRequest;
import onepermit.exchange.v1.RequestErasureResponse;
import org.springframework.transaction.support.TransactionOperations;

/** Erasures at the door: every change once, in one transaction, and every answer a leaf before it leaves. */
final class ErasureEndpoint extends ErasureServiceGrpc.ErasureServiceImplBase {
    private final String department;
    private final List<String> datasets;
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final Erasures erasures;
    private final Whereabouts whereabouts;
    private final RequestLog requests;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final ErasureMessages messages;
    private final DestroyedSalts salts = new DestroyedSalts();

    /** @param datasets those the department owns */
    ErasureEndpoint(
            String department,
            List<String> datasets,
            CitizenIds ids,
            PersonKeys keys,
            Erasures erasures,
            Whereabouts whereabouts,
            RequestLog requests,
            TransactionOperations transactions,
            Ledger ledger,
            ErasureMessages messages) {
        this.department = department;
        this.datasets = datasets;
        this.ids = ids;
        this.keys = keys;
        this.erasures = erasures;
        this.whereabouts = whereabouts;
        this.requests = requests;
        this.transactions = transactions;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public void requestErasure(RequestErasureRequest request, StreamObserver<RequestErasureResponse> out) {
        Caller caller = own(Callers.current());
        PersonKey person = person(request.getCitizenId());
        RequestErasureResponse answer = inTransaction(() -> requests.once(
                request.getRequestId(), "ErasureService/RequestErasure", RequestErasureResponse.parser(), () -> {
                    String id = UUID.randomUUID().toString();
                    erasures.ask(
                            id,
                            new Erasure.Asked(
                                    person,
                                    request.getGroundValue(),
                                    request.getBasis(),
                                    request.getContext().getCaseRef(),
                                    caller.subject()));
                    return RequestErasureResponse.newBuilder().setErasureId(id).build();
                }));
        ledger.append(look("RequestErasure", request.getContext(), List.of(person), answer));
        answer(out, answer);
    }

    /** The leaf of the erasure links to nobody either: its salt goes with the others. */
    @Override
    public void confirmErasure(ConfirmErasureRequest request, StreamObserver<ConfirmErasureResponse> out) {
        Caller caller = own(Callers.current());
        ConfirmErasureResponse answer = inTransaction(() -> requests.once(
                request.getRequestId(),
                "ErasureService/ConfirmErasure",
                ConfirmErasureResponse.parser(),
                () -> messages.of(erasures.confirm(request.getErasureId(), caller.subject()))));
        PersonKey person = erasures.person(request.getErasureId());
        Look look = look("ConfirmErasure", request.getContext(), List.of(person), answer);
        ledger.append(look, Optional.of(salts.of(person)));
        answer(out, answer);
    }

    /** Proof that somebody is gone must not leave a trace of its own. */
    @Override
    public void proveErasure(ProveErasureRequest request, StreamObserver<ProveErasureResponse> out) {
        own(Callers.current());
        PersonKey person = person(request.getCitizenId());
        Whereabouts.Found found = whereabouts.of(person);
        ProveErasureResponse answer = ErasureMessages.of(found);
        List<PersonKey> persons = found.gone() ? List.of() : List.of(person);
        ledger.append(look("ProveErasure", request.getContext(), persons, answer));
        answer(out, answer);
    }

    private Caller own(Caller caller) {
        if (!caller.department().equals(department)) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED, "DEPARTMENT", "", "somebody of " + department + " does this"));
        }
        return caller;
    }

    private PersonKey person(String citizenId) {
        return keys.of(ids.read("citizen_id", citizenId));
    }

    private <R> R inTransaction(Supplier<R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Look look(String method, RequestContext context, List<PersonKey> persons, Message answer) {
        return new Look(Callers.current(), context, ErasureServiceGrpc.SERVICE_NAME + "/" + method, persons, datasets)
                .answered(sha256(answer));
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
