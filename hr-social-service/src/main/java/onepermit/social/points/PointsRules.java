package onepermit.social.points;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.claim.ClaimTable;
import onepermit.exchange.decision.RuleSet;

/** What a rule set on points says beside its criteria: the figures of the procedure. */
record PointsRules(RuleSet set) {

    int standard() {
        return number("standard");
    }

    /** Working days from acceptance to the score. */
    int workingDays() {
        return number("workingDays");
    }

    /** Months up to that of the filing in one of which the employer must have paid. */
    int payerMonths() {
        return number("payerMonths");
    }

    /** Who may declare what. */
    ClaimTable claims() {
        return new ClaimTable(set);
    }

    /** What grows by itself in a year. */
    Map<String, Object> perYear() {
        return map("perYear");
    }

    /** The city's average wage, yuan a month, of the year before that of a month; empty when the table does not have it. */
    Optional<Long> averageWage(LocalDate month) {
        return Optional.ofNullable((Long) map("averageWageYuan").get(Integer.toString(month.getYear() - 1)));
    }

    private int number(String name) {
        return Math.toIntExact((Long) set.parameter(name));
    }

    @SuppressWarnings("unchecked") // parameters that are maps have texts for keys
    private Map<String, Object> map(String name) {
        return (Map<String, Object>) set.parameter(name);
    }
}
