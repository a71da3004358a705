package onepermit.social.points.grpc;

import com.google.protobuf.MessageLite;
import io.grpc.MethodDescriptor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records who looked at whose points, before the answer leaves. */
@Component("pointsLooks")
class Looks {
    private static final List<String> DATASETS = List.of("points.standard", "si.months", "permit.status");

    private final Ledger ledger;

    Looks(Ledger ledger) {
        this.ledger = ledger;
    }

    static Look at(PersonKey person, MethodDescriptor<?, ?> method, RequestContext context) {
        return new Look(Callers.current(), context, method.getFullMethodName(), List.of(person), DATASETS);
    }

    /** A refusal tells of the person as an answer does, so it is recorded too. */
    <R extends MessageLite> R recorded(Look look, Supplier<R> work) {
        R answer = refusalsToo(look, work);
        ledger.append(look.answered(hash(answer)));
        return answer;
    }

    <R> R refusalsToo(Look look, Supplier<R> work) {
        try {
            return work.get();
        } catch (RefusalException refused) {
            ledger.append(look);
            throw refused;
        }
    }

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
