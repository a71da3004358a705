package onepermit.permit.filing;

import java.util.List;
import onepermit.exchange.redecision.Basis;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.permit.application.CheckedApplication;

/**
 * What a review found.
 *
 * @param materials all that was handed in up to now
 * @param missing all that is missing
 * @param mendable whether every reason against it is one of those missing
 * @param noticed whether the one-time notice was made before
 * @param basis what was known of the persons before it
 */
public record Review(
        CheckedApplication checked,
        List<Material> materials,
        List<MissingItem> missing,
        boolean mendable,
        boolean noticed,
        Basis basis) {

    /** The same with the decision as it was recorded. */
    public Review recorded(Decision answered) {
        return new Review(checked.recorded(answered), materials, missing, mendable, noticed, basis);
    }

    /** Whether a department's evidence is still to come. */
    boolean awaits() {
        return checked.decision().getOutcome() == Outcome.OUTCOME_PENDING_EVIDENCE;
    }

    /** A machine accepts and asks for what is missing, once; whatever else there is waits for evidence or for an officer. */
    FilingState state() {
        Decision decision = checked.decision();
        if (awaits()) {
            return FilingState.SUBMITTED;
        }
        if (!missing.isEmpty() && mendable && !noticed) {
            return FilingState.RETURNED;
        }
        boolean complete = missing.isEmpty() && decision.getOutcome() == Outcome.OUTCOME_ELIGIBLE;
        return complete && decision.getFinality() == Finality.FINALITY_FINAL
                ? FilingState.ACCEPTED
                : FilingState.NEEDS_REVIEW;
    }
}
