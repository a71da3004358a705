package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import org.springframework.stereotype.Component;

/** Looks up what a decision allows; nobody is issued a permit on another's decision or on a proposal. */
@Component
final class Grants {
    private final DecisionTable decisions;
    private final RuleSets rules;

    Grants(DecisionTable decisions, RuleSets rules) {
        this.decisions = decisions;
        this.rules = rules;
    }

    /** A decision about somebody else, or of other divisions, looks like none. */
    Grant require(PersonKey person, String decisionId, Predicate<Collection<DivisionCode>> own) {
        Decision decision = decisions
                .find(decisionId, false)
                .filter(stored -> stored.persons().getFirst().equals(person))
                .filter(stored -> own.test(divisions(stored)))
                .map(Stored::decision)
                .filter(this::onPermit)
                .orElseThrow(() -> refused("DECISION_UNKNOWN", "no decision of this id on a permit for this person"));
        if (decision.getOutcome() != Outcome.OUTCOME_ELIGIBLE || decision.getFinality() != Finality.FINALITY_FINAL) {
            throw refused(
                    "DECISION_NOT_ELIGIBLE",
                    "the decision is " + decision.getOutcome() + ", " + decision.getFinality()
                            + "; a permit needs a final ELIGIBLE one");
        }
        return new Grant(
                decisionId,
                new DivisionCode(decision.getResult().getDivision()),
                LocalDate.parse(decision.getEvaluationDate()));
    }

    /** Where it was asked for, and the place it is about. */
    private static List<DivisionCode> divisions(Stored stored) {
        return Stream.of(stored.division(), stored.decision().getResult().getDivision())
                .filter(division -> !division.isEmpty())
                .map(DivisionCode::new)
                .toList();
    }

    private boolean onPermit(Decision decision) {
        return rules.all().stream()
                .filter(rule -> rule.id().equals(decision.getRuleSet().getId()))
                .map(RuleSet::use)
                .anyMatch("permit"::equals);
    }

    private static RefusalException refused(String reason, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, "decision_id", text));
    }
}
