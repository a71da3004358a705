package onepermit.education.ranking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An objection to a published line.
 *
 * @param criterion disputed, by its id in the rule set
 * @param dataset whose fact is disputed; empty when the rule is
 * @param owner department that corrects the fact; empty without a dataset
 * @param decisionBefore decision that was objected to
 * @param decisionAfter decision of the new verification; empty while open
 */
public record Objection(
        UUID id,
        String round,
        String number,
        String criterion,
        String dataset,
        String owner,
        String statement,
        LocalDate raisedOn,
        ObjectionStanding standing,
        String decisionBefore,
        String decisionAfter) {

    Objection answered(ObjectionStanding as, String decision) {
        return new Objection(
                id, round, number, criterion, dataset, owner, statement, raisedOn, as, decisionBefore, decision);
    }
}
