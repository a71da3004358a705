package onepermit.permit.settlement;

import java.util.List;
import onepermit.exchange.claim.ClaimTable;
import onepermit.exchange.decision.RuleSet;

/** What a rule set on settlement says beside its criteria. */
public record SettlementRules(RuleSet set) {
    static final String USE = "settlement";

    /** Who may declare what. */
    ClaimTable claims() {
        return new ClaimTable(set);
    }

    /** Whether it is a table of points, whose filings are ranked. */
    boolean byPoints() {
        return set.parameterIfAny("fraudBanYears").isPresent();
    }

    /** Insurances of which each month must be paid, by the names of {@code InsuranceKind} without their prefix. */
    public List<String> insuranceKinds() {
        return ((List<?>) set.parameter("insuranceKinds"))
                .stream().map(Object::toString).toList();
    }

    /** How many months before that of the day the latest paid month may lie. */
    public int arrearsMonths() {
        return number("arrearsMonths");
    }

    /** Years in which nobody files again after false papers. */
    int fraudBanYears() {
        return number("fraudBanYears");
    }

    /** Share of one indicator in all points of a ranking, percent, above which an alarm is raised. */
    int mostSharePercent() {
        return number("mostSharePercent");
    }

    private int number(String name) {
        return Math.toIntExact((Long) set.parameter(name));
    }
}
