package onepermit.permit.permit;

import java.time.LocalDate;

/**
 * Something that time brings a holder; told, never a state.
 *
 * @param number of the permit
 * @param on the day it begins
 */
public record PermitNotice(String number, Kind kind, LocalDate on) {

    /** What begins. */
    public enum Kind {
        /** The month in which the permit is endorsed. */
        ENDORSEMENT_OPEN,
        /** Its functions are suspended. */
        SUSPENDED,
        /** It has ended, not having been endorsed (Shanghai). */
        LAPSED
    }
}
