package onepermit.social.contribution.grpc;

import com.google.protobuf.MessageLite;
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

/** Records who looked at whose contributions, before the answer leaves. */
@Component
class Looks {
    private static final List<String> DATASETS = List.of("si.months", "employment.current");

    private final Ledger ledger;

    Looks(Ledger ledger) {
        this.ledger = ledger;
    }

    void record(String method, RequestContext context, List<PersonKey> persons, MessageLite answer) {
        ledger.append(new Look(Callers.current(), context, method, persons, DATASETS).answered(hash(answer)));
    }

    /** Work on what is on record, whose refusals tell of the person too. */
    <R> R refusalsToo(String method, RequestContext context, List<PersonKey> persons, Supplier<R> work) {
        return ledger.refusalsToo(new Look(Callers.current(), context, method, persons, DATASETS), work);
    }

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
