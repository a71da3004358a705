package onepermit.exchange.access;

import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says.
 *
 * @param subject the officer or the machine; of a resident the person key in hex
 * @param role one of the roles of {@code AccessRule}
 * @param department permit, education, social or health; empty for roles of no department
 * @param division where the officer works; null for roles bound to no place
 * @param client the OAuth client the token was given to
 */
public record Caller(
        String subject,
        String role,
        String department,
        @Nullable DivisionCode division,
        String client) {
    /** The role of a person who asks about herself. */
    public static final String RESIDENT = "resident";

    /** Who calls an open method. */
    static final Caller ANYBODY = new Caller("", "", "", null, "");

    public boolean isResident() {
        return role.equals(RESIDENT);
    }

    /** The person herself, whose key is the subject of a resident's token; empty for every other caller. */
    public Optional<PersonKey> self() {
        return isResident() ? PersonKey.ofHex(subject) : Optional.empty();
    }
}
