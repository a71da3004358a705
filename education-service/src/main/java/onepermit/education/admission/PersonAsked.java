package onepermit.education.admission;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A person of a question.
 *
 * @param id null where the number was not kept; then no name is given either
 * @param sex null for a child asked about again: only whether a guardian is father or mother is looked at
 * @param name as the family wrote it; empty when it is not to be checked
 * @param nameField where it stands in the request
 */
public record PersonAsked(
        @Nullable CitizenId id, PersonKey key, @Nullable Sex sex, String name, String nameField) {

    public PersonAsked {
        if (id == null && !name.isEmpty()) {
            throw new IllegalArgumentException("a name is checked only together with the number");
        }
    }

    public static PersonAsked of(CitizenId id, PersonKey key, String name, String nameField) {
        return new PersonAsked(id, key, id.sex(), name, nameField);
    }

    /** Asked about again; the number was not kept. */
    public static PersonAsked childAgain(PersonKey key) {
        return new PersonAsked(null, key, null, "", "");
    }

    /** Asked about again; the number was not kept. */
    public static PersonAsked guardianAgain(PersonKey key, Sex sex) {
        return new PersonAsked(null, key, sex, "", "");
    }

    public boolean named() {
        return !name.isEmpty();
    }

    /** Names and numbers stay out of logs. */
    @Override
    public String toString() {
        return "PersonAsked[…]";
    }
}
