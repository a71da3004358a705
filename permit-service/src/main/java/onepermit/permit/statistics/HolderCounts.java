package onepermit.permit.statistics;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;

/** Counts permits on record. */
public interface HolderCounts {

    /** Divisions inside the one that have issued any. */
    List<DivisionCode> issuingIn(DivisionCode within);

    /**
     * Persons with a permit of the division that was issued by the day and not cancelled by it.
     *
     * @param endorsedFrom endorsed to this day at least
     */
    long holders(DivisionCode division, LocalDate on, LocalDate endorsedFrom);
}
