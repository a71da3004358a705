package onepermit.education.application;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onepermit.education.admission.Lengths;
import onepermit.education.admission.Verified;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a decision said of an application, as far as ranking needs it. The decision itself is stored whole under its id.
 *
 * @param points in all; of the lines that are known where some are not; null where none are asked
 * @param pointScale points are given in so many parts of one; 0 = whole points
 * @param pointsByCriterion of every criterion, by its id; 0 where it gave none
 * @param lengths order children of equal points
 */
public record Verification(
        String decisionId,
        Outcome outcome,
        @Nullable Integer points,
        int pointScale,
        Map<String, Integer> pointsByCriterion,
        Lengths lengths,
        List<String> labels) {

    public Verification {
        pointsByCriterion = Map.copyOf(pointsByCriterion);
        labels = List.copyOf(labels);
    }

    static Verification of(Verified verified) {
        Decision decision = verified.decision();
        Map<String, Integer> points = new TreeMap<>();
        for (Criterion criterion : decision.getCriteriaList()) {
            points.put(criterion.getId(), criterion.getPoints());
        }
        return new Verification(
                decision.getId(),
                decision.getOutcome(),
                points(decision),
                decision.getResult().getPointScale(),
                points,
                verified.lengths(),
                decision.getLabelsList());
    }

    private static @Nullable Integer points(Decision decision) {
        if (decision.getResult().hasPoints()) {
            return decision.getResult().getPoints();
        }
        List<Criterion> counting = decision.getCriteriaList().stream()
                .filter(Criterion::hasMaxPoints)
                .toList();
        return counting.isEmpty()
                ? null
                : counting.stream().mapToInt(Criterion::getPoints).sum();
    }

    /** A machine may approve; whatever else it says, somebody or something is waited for. */
    Standing standing() {
        return switch (outcome) {
            case OUTCOME_ELIGIBLE -> Standing.VERIFIED;
            case OUTCOME_PENDING_EVIDENCE -> Standing.PENDING_EVIDENCE;
            case OUTCOME_NEEDS_REVIEW,
                    OUTCOME_NOT_YET,
                    OUTCOME_NOT_ELIGIBLE,
                    OUTCOME_VETOED,
                    OUTCOME_UNSPECIFIED,
                    UNRECOGNIZED -> Standing.NEEDS_REVIEW;
        };
    }
}
