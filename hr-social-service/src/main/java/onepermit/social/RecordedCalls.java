package onepermit.social;

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

/** Calls about a person: recorded before they are answered, and a change once per request id, in one transaction. */
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
            PersonKey person, MethodDescriptor<?, ?> method, RequestContext context, List<String> datasets) {
        return new Look(Callers.current(), context, method.getFullMethodName(), List.of(person), datasets);
    }

    /** A change, which a repeat under the same request id does not make again. */
    public <R extends MessageLite> R once(Look look, String requestId, Parser<R> parser, Supplier<R> change) {
        return recorded(
                look,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> requests.once(requestId, look.method(), parser, change))));
    }

    public <R extends MessageLite> R recorded(Look look, Supplier<R> work) {
        R answer = ledger.refusalsToo(look, work);
        ledger.append(look.answered(hash(answer)));
        return answer;
    }

    /** As {@link Ledger#refusalsToo}; the answer is for the caller to record. */
    public <R> R refusalsToo(Look look, Supplier<R> work) {
        return ledger.refusalsToo(look, work);
    }

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
