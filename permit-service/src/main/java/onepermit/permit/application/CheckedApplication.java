package onepermit.permit.application;

import onepermit.exchange.v1.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What came of an application.
 *
 * @param decision body, not yet recorded
 * @param issueDue last day on which the permit is issued if the application is accepted on its day; null when no rule says so
 * @param answerDue last day on which an officer answers if it waits for one; null when no rule says so
 * @param feeFen 0 for a first permit (Decree 663 art. 21)
 */
public record CheckedApplication(
        Decision decision, @Nullable Due issueDue, @Nullable Due answerDue, long feeFen) {

    /** The same with the decision as it was recorded. */
    public CheckedApplication recorded(Decision answered) {
        return new CheckedApplication(answered, issueDue, answerDue, feeFen);
    }
}
