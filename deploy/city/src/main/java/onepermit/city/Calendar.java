package onepermit.city;

import java.time.LocalDate;
import java.time.YearMonth;

/** The day as of which the city's files were drawn. Fixed, since the same seed must give the same files on any day. */
final class Calendar {
    static final LocalDate TODAY = LocalDate.of(2026, 8, 31);
    static final YearMonth THIS_MONTH = YearMonth.from(TODAY);

    private Calendar() {}

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    static boolean past(LocalDate date) {
        return !date.isAfter(TODAY);
    }
}
