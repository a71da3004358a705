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
 * @param correction what it is at the owner of the fact
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
        String decisionAfter,
        AtOwner correction) {

    /**
     * @param id empty while it is on its way
     * @param refusal why the owner does not take it up; empty = it does
     */
    public record AtOwner(String id, String refusal) {
        public static final AtOwner NOT_YET = new AtOwner("", "");

        public boolean sent() {
            return !id.isEmpty() || !refusal.isEmpty();
        }
    }

    Objection answered(ObjectionStanding as, String decision) {
        return new Objection(
                id,
                round,
                number,
                criterion,
                dataset,
                owner,
                statement,
                raisedOn,
                as,
                decisionBefore,
                decision,
                correction);
    }
}
