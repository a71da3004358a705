package onepermit.exchange.correction.grpc;

import com.google.protobuf.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.correction.Correction;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.CorrectionServiceGrpc;
import onepermit.exchange.v1.RequestContext;

/** Records looks at corrections, and attempts that were refused. */
final class CorrectionLooks {
    private final Ledger ledger;

    CorrectionLooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param method its name in the service */
    void record(String method, RequestContext context, List<Correction> told, Message answer) {
        record(
                CorrectionServiceGrpc.SERVICE_NAME + "/" + method,
                context,
                told.stream().map(Correction::person).distinct().toList(),
                told.stream()
                        .map(correction -> correction.doubt().dataset())
                        .distinct()
                        .toList(),
                answer);
    }

    /** @param method full name */
    void record(String method, RequestContext context, List<PersonKey> persons, List<String> datasets, Message answer) {
        ledger.append(look(method, context, persons, datasets).answered(sha256(answer)));
    }

    /** A refusal tells of the person as an answer does. */
    <R> R refusalsToo(String method, RequestContext context, PersonKey person, String dataset, Supplier<R> work) {
        return ledger.refusalsToo(
                look(CorrectionServiceGrpc.SERVICE_NAME + "/" + method, context, List.of(person), List.of(dataset)),
                work);
    }

    private static Look look(String method, RequestContext context, List<PersonKey> persons, List<String> datasets) {
        return new Look(Callers.current(), context, method, persons, datasets);
    }

    private static byte[] sha256(Message answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
