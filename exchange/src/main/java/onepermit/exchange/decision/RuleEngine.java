package onepermit.exchange.decision;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Reason;

/**
 * Applies a rule set to a case. The same case, rule set and date give the same decision body byte for byte.
 *
 * <p>A veto goes before a refusal, a refusal before "not yet", that before review, review before waiting for evidence. An unknown
 * value never refuses: only a criterion that is not met whatever the unknown values are does.
 */
public final class RuleEngine {

    private RuleEngine() {}

    /** @param division the division asked for; rules see it as `division` */
    public static Decision decide(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        return new Run(rules, date, division, facts, true).decision();
    }

    /** Outcome and points of the decision, without its texts and evidence: to choose among several readings of one case. */
    public static Weight weigh(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        return new Run(rules, date, division, facts, false).weight();
    }

    /** What a decision comes to. */
    public record Weight(Outcome outcome, int points) {
        public static Weight of(Decision decision) {
            return new Weight(decision.getOutcome(), decision.getResult().getPoints());
        }
    }

    /** The answer when no rule set is in force: an officer looks, nobody is refused. */
    public static Decision noRule(LocalDate date, DivisionCode division, String use) {
        return Decision.newBuilder()
                .setEvaluationDate(date.toString())
                .setOutcome(Outcome.OUTCOME_NEEDS_REVIEW)
                .addReasons(Reason.newBuilder()
                        .setCode("NO_RULE_IN_FORCE")
                        .setTextZh(division.value() + " 在 " + date + " 没有适用的规则（" + use + "）")
                        .setTextEn("no rule set for " + use + " is in force in " + division.value() + " on " + date))
                .build();
    }
}
