package onepermit.permit.application;

import java.util.List;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import org.springframework.stereotype.Component;

/** Decides on an application by the rules in force where and when it is made. */
@Component
public final class CheckApplication {
    /** What is looked at. */
    public static final List<String> DATASETS = List.of(
            "hukou.place",
            "residence.registration",
            "dwelling",
            "name.tag",
            "hukou.kinship",
            "birth.record",
            "employment.current",
            "enrolment.record",
            "si.months",
            "iit.months");

    /** The use of the rule sets on permits. */
    public static final String USE = "permit";

    private final RuleSets rules;
    private final ApplicantFacts facts;
    private final DueDates due;

    CheckApplication(RuleSets rules, ApplicantFacts facts, DueDates due) {
        this.rules = rules;
        this.facts = facts;
        this.due = due;
    }

    public CheckedApplication check(PermitApplication application) {
        return rules.inForce(USE, application.division(), application.on())
                .map(inForce -> decided(inForce, application))
                .orElseGet(() -> new CheckedApplication(
                        RuleEngine.noRule(application.on(), application.division(), USE), null, null, 0));
    }

    private CheckedApplication decided(RuleSet inForce, PermitApplication application) {
        return new CheckedApplication(
                RuleEngine.decide(inForce, application.on(), application.division(), facts.of(application, inForce)),
                due.issue(inForce, application.on()),
                due.answer(inForce, application.on()),
                (Long) inForce.parameter("feeFen"));
    }
}
