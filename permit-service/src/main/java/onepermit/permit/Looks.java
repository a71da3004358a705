package onepermit.permit;

import com.google.protobuf.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records a look at persons before its answer leaves; without the record there is no answer. */
@Component
public final class Looks {
    private final Ledger ledger;

    Looks(Ledger ledger) {
        this.ledger = ledger;
    }

    public <R extends Message> R recorded(
            String method, RequestContext context, List<PersonKey> persons, List<String> datasets, R answer) {
        ledger.append(new Look(Callers.current(), context, method, persons, datasets, sha256(answer)));
        return answer;
    }

    /** Work on what is on record, whose refusals are answers about the persons too. */
    public <R> R refusalsToo(
            String method, RequestContext context, List<PersonKey> persons, List<String> datasets, Supplier<R> work) {
        return ledger.refusalsToo(new Look(Callers.current(), context, method, persons, datasets), work);
    }

    /** The same; the answer is for the caller to record. */
    public <R> R refusalsToo(Look look, Supplier<R> work) {
        return ledger.refusalsToo(look, work);
    }

    private static byte[] sha256(Message answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
