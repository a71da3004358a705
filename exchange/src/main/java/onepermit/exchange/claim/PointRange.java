package onepermit.exchange.claim;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Outcome;

/** Points that what is unknown leaves possible. */
public record PointRange(int least, int most) {

    /** A veto is no matter of points: an unknown one is taken for none, and one that applies leaves no range. */
    public static Optional<PointRange> of(
            ClaimTable table, DivisionCode division, LocalDate on, ClaimWords words, Outcome outcome) {
        return outcome == Outcome.OUTCOME_VETOED
                ? Optional.empty()
                : Optional.of(new PointRange(
                        points(table, division, on, words, table.least()),
                        points(table, division, on, words, table.most())));
    }

    private static int points(
            ClaimTable table, DivisionCode division, LocalDate on, ClaimWords words, Map<String, Object> unknown) {
        return RuleEngine.weigh(table.set(), on, division, words.filled(unknown))
                .points();
    }
}
