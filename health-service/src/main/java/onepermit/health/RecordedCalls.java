package onepermit.health;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Calls about persons: recorded before they are answered, and a change once per request id, in one transaction. */
@Component
public final class RecordedCalls {
    private final TransactionOperations transaction;
    private final RequestLog requests;
    private final Ledger ledger;

    RecordedCalls(TransactionOperations transaction, RequestLog requests, Ledger ledger) {
        this.transaction = transaction;
        this.requests = requests;
        this.ledger = ledger;
    }

    /** @param datasets whose facts are looked at or may change */
    public static Look look(
            MethodDescriptor<?, ?> method, RequestContext context, List<PersonKey> persons, List<String> datasets) {
        return new Look(Callers.current(), context, method.getFullMethodName(), persons, datasets);
    }

    /** A change, which a repeat under the same request id does not make again. */
    public <R extends MessageLite> R once(Look look, String requestId, Parser<R> parser, Supplier<R> change) {
        R answer = ledger.refusalsToo(
                look,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> requests.once(requestId, look.method(), parser, change))));
        return recorded(look, answer);
    }

    /** A reading, whose refusal tells of the persons too. */
    public <R extends MessageLite> R read(Look look, Supplier<R> work) {
        return recorded(look, ledger.refusalsToo(look, work));
    }

    /** @return the answer, once it is in the ledger: in as many leaves as its persons need, one where it is about nobody */
    public <R extends MessageLite> R recorded(Look look, R answer) {
        byte[] hash = hash(answer);
        List<PersonKey> persons = look.persons();
        int from = 0;
        do {
            int to = Math.min(persons.size(), from + Ledger.MOST_PERSONS);
            ledger.append(new Look(
                    look.caller(), look.context(), look.method(), persons.subList(from, to), look.datasets(), hash));
            from = to;
        } while (from < persons.size());
        return answer;
    }

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
