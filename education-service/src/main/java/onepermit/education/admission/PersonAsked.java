package onepermit.education.admission;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;

/**
 * A person of a question.
 *
 * @param name as the family wrote it; empty when it is not to be checked
 * @param nameField where it stands in the request
 */
public record PersonAsked(CitizenId id, PersonKey key, String name, String nameField) {

    public boolean named() {
        return !name.isEmpty();
    }

    /** Names and numbers stay out of logs. */
    @Override
    public String toString() {
        return "PersonAsked[…]";
    }
}
