package onepermit.exchange.redecision;

import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;

/**
 * A case decided again, not yet recorded.
 *
 * @param decision by the facts of now, on the case's own evaluation date
 * @param confirmed whether somebody or something relies on the one of before, so that it stays
 * @param division of the case
 * @param look how this is recorded: by the department itself, for the purpose of the case, under the method that decides such cases
 * @param store puts the recorded decision in the place of the one of before, inside the owner's transaction, the persons being locked; false =
 *     the case has changed since it was read, and nothing was stored
 */
public record Again(
        Decision decision, boolean confirmed, DivisionCode division, Look look, Predicate<Decision> store) {}
