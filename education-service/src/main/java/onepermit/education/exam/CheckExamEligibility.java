package onepermit.education.exam;

import java.util.List;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.v1.Decision;
import org.springframework.stereotype.Component;

/** Decides by the rules in force which examinations are open. */
@Component
public class CheckExamEligibility {
    public static final List<String> DATASETS = List.of("hukou.kinship", "permit.status", "points.standard");
    private static final String USE = "exam";

    private final RuleSets rules;
    private final ExamFamilies families;

    CheckExamEligibility(RuleSets rules, ExamFamilies families) {
        this.rules = rules;
        this.families = families;
    }

    public Decision decide(ExamQuestion question) {
        return rules.inForce(USE, question.division(), question.on())
                .map(inForce ->
                        RuleEngine.decide(inForce, question.on(), question.division(), families.of(question, inForce)))
                .orElseGet(() -> RuleEngine.noRule(question.on(), question.division(), USE));
    }
}
