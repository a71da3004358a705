package onepermit.exchange.correction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** When answers to corrections were due, and whether they came in time. */
public final class CorrectionHistory {
    private final CorrectionTable table;

    CorrectionHistory(CorrectionTable table) {
        this.table = table;
    }

    /**
     * Corrections whose answer was due in a month.
     *
     * @param overdue of these answered late, or not at all and the day is past
     */
    public record DueMonth(YearMonth month, long due, long overdue) {}

    /** Months with none are left out. */
    public List<DueMonth> between(YearMonth from, YearMonth to, LocalDate today) {
        return table.months(from.atDay(1), to.atEndOfMonth(), today);
    }
}
