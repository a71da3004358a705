package onepermit.social.pension;

import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.v1.Decision;
import org.springframework.stereotype.Component;

/** Determines the place of benefit by the rules in force. */
@Component
public class DetermineBenefitPlace {
    private static final String USE = "pension";

    private final RuleSets rules;
    private final RetirementAges ages;
    private final PensionReadings readings;
    private final RelationRecords relations;

    DetermineBenefitPlace(RuleSets rules, RetirementAges ages, PensionReadings readings, RelationRecords relations) {
        this.rules = rules;
        this.ages = ages;
        this.readings = readings;
        this.relations = relations;
    }

    public Decision decide(BenefitQuestion question) {
        return rules.inForce(USE, question.division(), question.claimedOn())
                .map(inForce -> decide(question, inForce))
                .orElseGet(() -> RuleEngine.noRule(question.claimedOn(), question.division(), USE));
    }

    private Decision decide(BenefitQuestion question, RuleSet inForce) {
        RetirementAge age = ages.of(question.retirementGroup(), question.id().birthDate(), question.claimedOn());
        PensionReading reading = readings.of(question.person(), question.context());
        BenefitCase asked = new BenefitCase(
                question,
                inForce,
                age,
                reading,
                relations.of(question.person()),
                inForce.maxAge(reading.hukou().dataset()));
        return RuleEngine.decide(inForce, question.claimedOn(), question.division(), asked.facts());
    }
}
