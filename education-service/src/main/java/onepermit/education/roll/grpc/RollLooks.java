package onepermit.education.roll.grpc;

import com.google.protobuf.MessageLite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Records looks at rolls. */
@Component
class RollLooks {
    static final String SERVICE = RollServiceGrpc.SERVICE_NAME + "/";
    private static final List<String> DATASETS = List.of("enrolment.record");

    private final Ledger ledger;

    RollLooks(Ledger ledger) {
        this.ledger = ledger;
    }

    void record(String method, RequestContext context, PersonKey pupil, MessageLite answer) {
        ledger.append(new Look(Callers.current(), context, SERVICE + method, List.of(pupil), DATASETS, sha256(answer)));
    }

    /** Work on the roll, whose refusals tell of the pupil too. */
    <R> R refusalsToo(String method, RequestContext context, PersonKey pupil, Supplier<R> work) {
        return ledger.refusalsToo(
                new Look(Callers.current(), context, SERVICE + method, List.of(pupil), DATASETS), work);
    }

    private static byte[] sha256(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
