package onepermit.education.look;

import com.google.protobuf.MessageLite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records that an answer told of children: as many leaves as they need, each with the hash of the whole answer. */
@Component
public class ManyLooks {
    private final Ledger ledger;

    ManyLooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param method full gRPC method name
     * @param children whom the answer tells of; an answer that tells of nobody is recorded too
     * @param datasets of which it tells
     */
    public void record(
            String method,
            RequestContext context,
            List<PersonKey> children,
            List<String> datasets,
            MessageLite answer) {
        byte[] hash = sha256(answer);
        int from = 0;
        do {
            int to = Math.min(children.size(), from + Ledger.MOST_PERSONS);
            ledger.append(new Look(Callers.current(), context, method, children.subList(from, to), datasets, hash));
            from = to;
        } while (from < children.size());
    }

    private static byte[] sha256(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
