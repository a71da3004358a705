package onepermit.permit.application;

import java.time.LocalDate;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.WorkingDays;
import org.springframework.stereotype.Component;

/** Decides on an application by the rules in force where and when it is made. */
@Component
public final class CheckApplication {
    private static final String USE = "permit";

    private final RuleSets rules;
    private final ApplicantFacts facts;
    private final WorkingDays calendar;

    CheckApplication(RuleSets rules, ApplicantFacts facts, WorkingDays calendar) {
        this.rules = rules;
        this.facts = facts;
        this.calendar = calendar;
    }

    public CheckedApplication check(PermitApplication application) {
        return rules.inForce(USE, application.division(), application.on())
                .map(inForce -> decided(inForce, application))
                .orElseGet(() -> new CheckedApplication(
                        RuleEngine.noRule(application.on(), application.division(), USE), null, 0));
    }

    private CheckedApplication decided(RuleSet inForce, PermitApplication application) {
        return new CheckedApplication(
                RuleEngine.decide(inForce, application.on(), application.division(), facts.of(application, inForce)),
                issueDue(inForce, application.on()),
                (Long) inForce.parameter("feeFen"));
    }

    /** The decree says days and not working days: calendar days, and the next working day when the last is off. */
    private LocalDate issueDue(RuleSet inForce, LocalDate accepted) {
        long days = (Long) inForce.parameter("issueDays");
        return calendar.afterCalendarDays(accepted, Math.toIntExact(days));
    }
}
