package onepermit.exchange.access;

import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says.
 *
 * @param subject the officer or the machine
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
    /** Who calls an open method. */
    static final Caller ANYBODY = new Caller("", "", "", null, "");
}
