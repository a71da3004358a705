package onepermit.social.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.claim.PointRange;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import org.springframework.stereotype.Component;

/** Applies the table in force to a case: the decision, what is left open, and when the standard would be reached. */
@Component
class Scoring {
    static final String USE = "points";
    private static final int YEARS = 20;

    private final RuleSets rules;

    Scoring(RuleSets rules) {
        this.rules = rules;
    }

    Optional<PointsRules> inForce(DivisionCode division, LocalDate on) {
        return rules.inForce(USE, division, on).map(PointsRules::new);
    }

    Sheet none(DivisionCode division, LocalDate on) {
        return new Sheet(RuleEngine.noRule(on, division, USE), Optional.empty(), 0, Optional.empty());
    }

    Sheet sheet(PointsRules table, DivisionCode division, LocalDate on, ClaimWords words) {
        Decision decision = RuleEngine.decide(table.set(), on, division, words.facts());
        return new Sheet(
                decision,
                PointRange.of(table.claims(), division, on, words, decision.getOutcome()),
                table.standard(),
                projection(table, division, on, words, decision));
    }

    private Optional<Sheet.Projection> projection(
            PointsRules table, DivisionCode division, LocalDate on, ClaimWords words, Decision decision) {
        boolean belowStandard = decision.getResult().hasPoints()
                && decision.getOutcome() != Outcome.OUTCOME_VETOED
                && decision.getResult().getPoints() < table.standard();
        return belowStandard ? Optional.of(projected(table, division, on, words)) : Optional.empty();
    }

    private Sheet.Projection projected(PointsRules today, DivisionCode division, LocalDate on, ClaimWords words) {
        List<Sheet.Year> years = new ArrayList<>();
        TreeSet<String> labels = new TreeSet<>();
        for (int ahead = 1; ahead <= YEARS; ahead++) {
            LocalDate then = on.plusYears(ahead);
            PointsRules table = inForce(division, then).orElse(today);
            Decision decision = RuleEngine.decide(table.set(), then, division, words.after(ahead, table.perYear()));
            labels.addAll(decision.getLabelsList());
            int points = decision.getResult().getPoints();
            years.add(new Sheet.Year(then.getYear(), points));
            if (points >= table.standard()) {
                return new Sheet.Projection(years, then.getYear(), List.copyOf(labels));
            }
        }
        return new Sheet.Projection(years, 0, List.copyOf(labels));
    }
}
