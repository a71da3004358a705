package onepermit.exchange.ledger.checkpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** What a policy says of a signed checkpoint. */
public sealed interface Trust {

    /**
     * The ledger signed it, and enough witnesses cosigned.
     *
     * @param cosigned all witnesses that cosigned, by their name in the policy, and when
     */
    record Trusted(Checkpoint checkpoint, Map<String, Instant> cosigned) implements Trust {
        public Trusted {
            cosigned = Collections.unmodifiableMap(cosigned);
        }
    }

    /** @param reason which signature is missing or wrong */
    record Refused(String reason) implements Trust {}
}
