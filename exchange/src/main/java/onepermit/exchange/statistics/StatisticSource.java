package onepermit.exchange.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;

/** What a department counts of its own records. The same records and the same day give the same counts. */
public interface StatisticSource {

    /** Ids of the counts that it makes. */
    Set<String> definitions();

    /**
     * Counts as of the end of a day, by the smallest divisions on record.
     *
     * @param within those inside this one alone
     */
    Map<DivisionCode, Tally> count(String definition, DivisionCode within, LocalDate on);
}
