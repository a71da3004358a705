package onepermit.health.birthservice;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;

/**
 * What a hukou place is asked about one spouse.
 *
 * @param division of the hukou
 * @param askBy asked by then
 * @param answerBy answered by then
 * @param remark what is wrong; empty = nothing
 */
public record Verification(
        String id,
        String registration,
        Spouse spouse,
        DivisionCode division,
        LocalDate askBy,
        LocalDate answerBy,
        Standing standing,
        String remark) {

    /** What the hukou place has said. */
    public enum Standing {
        OPEN,
        RIGHT,
        WRONG
    }

    Verification answered(boolean right, String found) {
        return new Verification(
                id, registration, spouse, division, askBy, answerBy, right ? Standing.RIGHT : Standing.WRONG, found);
    }
}
