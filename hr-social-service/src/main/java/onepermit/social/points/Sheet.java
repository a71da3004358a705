package onepermit.social.points;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.claim.PointRange;
import onepermit.exchange.v1.Decision;

/**
 * A score line by line, and what is left open.
 *
 * @param range least and most points; empty when no rule is in force or a veto applies
 * @param standard 0 when no rule is in force
 * @param projection empty when the standard is reached, or points are open
 */
public record Sheet(Decision decision, Optional<PointRange> range, int standard, Optional<Projection> projection) {

    /**
     * Points on the same day of the years to come.
     *
     * @param reachedIn year in which the standard is reached; 0 = not within them
     * @param labels of the rule sets used
     */
    public record Projection(List<Year> years, int reachedIn, List<String> labels) {}

    /** Points of a year. */
    public record Year(int year, int points) {}
}
