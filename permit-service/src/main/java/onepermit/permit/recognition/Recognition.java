package onepermit.permit.recognition;

import java.time.LocalDate;
import onepermit.permit.permit.PermitStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whether a permit counts.
 *
 * @param status today; null when it is not told whether there is a permit
 * @param validTo endorsed to; null likewise
 * @param document of the agreement; empty when there is none
 */
public record Recognition(
        Outcome outcome,
        @Nullable PermitStatus status,
        @Nullable LocalDate validTo,
        String document) {

    /** What comes of it. */
    public enum Outcome {
        RECOGNISED,
        NOT_ACTIVE,
        NOT_COVERED,
        NOT_IN_FORCE
    }

    static Recognition untold(Outcome outcome, String document) {
        return new Recognition(outcome, null, null, document);
    }
}
