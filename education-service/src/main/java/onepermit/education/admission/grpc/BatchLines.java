package onepermit.education.admission.grpc;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import onepermit.education.admission.Verified;
import onepermit.education.v1.LineError;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.access.Requests;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers one line of a batch, whatever is wrong with it. */
@Component
class BatchLines {
    private static final Logger LOG = LoggerFactory.getLogger(BatchLines.class);
    private static final int LONGEST_KEY = 64;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Requests requests;

    BatchLines(Requests requests) {
        this.requests = requests;
    }

    VerifyEligibilityBatchResponse answer(
            VerifyEligibilityBatchRequest line, Function<VerifyEligibilityRequest, Verified> verify) {
        VerifyEligibilityBatchResponse.Builder answer = VerifyEligibilityBatchResponse.newBuilder();
        try {
            answer.setKey(key(line));
            requireMandateShape(line.getMandateId());
            requests.check(line.getRequest());
            Verified verified = verify.apply(line.getRequest());
            return answer.setDecision(verified.decision())
                    .addAllNotes(verified.notes())
                    .build();
        } catch (RefusalException e) {
            return answer.setError(error(e.refusal())).build();
        } catch (RuntimeException e) {
            return answer.setError(fault(e)).build();
        }
    }

    private static String key(VerifyEligibilityBatchRequest line) {
        String key = line.getKey();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new RefusalException(
                    Refusal.invalid("LINE_KEY", "key", "expected a key of 1 to " + LONGEST_KEY + " characters"));
        }
        return key;
    }

    private static void requireMandateShape(String mandate) {
        if (!mandate.isEmpty() && !UUID_TEXT.matcher(mandate).matches()) {
            throw new RefusalException(
                    Refusal.invalid("FIELD_INVALID", "mandate_id", "expected the id of a mandate, a UUID, or nothing"));
        }
    }

    private static LineError error(Refusal refusal) {
        return LineError.newBuilder()
                .setCode(refusal.code().name())
                .setReason(refusal.reason())
                .setField(refusal.field())
                .setText(refusal.text())
                .build();
    }

    /** As for a single call: nothing of the fault leaves but a number to find it by. */
    private static LineError fault(RuntimeException fault) {
        String id = UUID.randomUUID().toString();
        LOG.atError().setCause(fault).addKeyValue("errorId", id).log("a line of a batch failed");
        return LineError.newBuilder()
                .setCode("INTERNAL")
                .setReason("INTERNAL")
                .setText("something went wrong here; error id " + id)
                .build();
    }
}
