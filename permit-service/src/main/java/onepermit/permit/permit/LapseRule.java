package onepermit.permit.permit;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;

/**
 * What happens to a permit whose endorsement is overdue.
 *
 * @param graceDays days after the full year within which a late endorsement leaves the years of residence as they are
 * @param afterwards what a later endorsement meets
 * @param document the rule's document and article
 */
public record LapseRule(DivisionCode jurisdiction, int graceDays, Afterwards afterwards, String document) {

    /** What follows when the grace is over. */
    public enum Afterwards {
        /** Restored; the years of residence count from the day of the late endorsement. */
        RESTART,
        /** The permit has ended. */
        CANCEL
    }

    boolean inGrace(LocalDate endorsedTo, LocalDate on) {
        return !on.isAfter(endorsedTo.plusDays(graceDays));
    }

    boolean endedBy(LocalDate endorsedTo, LocalDate on) {
        return afterwards == Afterwards.CANCEL && !inGrace(endorsedTo, on);
    }

    /** A permit endorsed to this day or later has not ended by itself on the day given. */
    public LocalDate stillStanding(LocalDate on) {
        return afterwards == Afterwards.CANCEL ? on.minusDays(graceDays) : LocalDate.EPOCH;
    }
}
