package onepermit.permit.application;

import java.time.LocalDate;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.identity.WorkingDays;
import org.springframework.stereotype.Component;

/** Until when the office has answered, by the days of the rule set in force and the calendar. */
@Component
public final class DueDates {
    private final WorkingDays calendar;

    DueDates(WorkingDays calendar) {
        this.calendar = calendar;
    }

    /**
     * The permit: {@code issueWorkingDays} where the city counts working days, else {@code issueDays}. Where a rule says days and not working
     * days they are calendar days, and the next working day when the last is off.
     */
    public Due issue(RuleSet rules, LocalDate accepted) {
        return rules.parameterIfAny("issueWorkingDays")
                .map(days -> due(accepted, calendar.after(accepted, days(days))))
                .orElseGet(
                        () -> due(accepted, calendar.afterCalendarDays(accepted, days(rules.parameter("issueDays")))));
    }

    /** An officer's answer: within {@code refusalWorkingDays} where the city says so, else when the permit would be due. */
    public Due answer(RuleSet rules, LocalDate handedIn) {
        return rules.parameterIfAny("refusalWorkingDays")
                .map(days -> due(handedIn, calendar.after(handedIn, days(days))))
                .orElseGet(() -> issue(rules, handedIn));
    }

    private Due due(LocalDate from, LocalDate on) {
        return new Due(on, calendar.knows(from.getYear()) && calendar.knows(on.getYear()));
    }

    private static int days(Object parameter) {
        return Math.toIntExact((Long) parameter);
    }
}
