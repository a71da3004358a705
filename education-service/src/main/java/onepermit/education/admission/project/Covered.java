package onepermit.education.admission.project;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import onepermit.exchange.identity.Dates;
import org.jspecify.annotations.Nullable;

/** Adds up time within any of several stays; time under two of them counts once, time between them not at all. */
final class Covered {
    private static final int DAYS_OF_A_MONTH = 30;

    private final LocalDate until;
    private @Nullable LocalDate from;
    private LocalDate to = LocalDate.MIN;
    private int months;
    private int days;

    private Covered(LocalDate until) {
        this.until = until;
    }

    /** Whole months within any of the stays before the day; left-over days of several stretches are added up, 30 to a month. */
    static int months(List<Stay> stays, LocalDate until) {
        Covered covered = new Covered(until);
        if (stays.size() > 1) {
            stays.stream().sorted(Comparator.comparingInt(Stay::from)).forEach(covered::add);
        } else {
            stays.forEach(covered::add);
        }
        covered.close();
        return covered.months + covered.days / DAYS_OF_A_MONTH;
    }

    private void add(Stay stay) {
        LocalDate begins = Dates.fromCode(stay.from());
        LocalDate end = stay.to() == 0 ? until : Dates.fromCode(stay.to()).plusDays(1);
        LocalDate ends = end.isAfter(until) ? until : end;
        if (!ends.isAfter(begins)) {
            return;
        }
        if (from == null || begins.isAfter(to)) {
            close();
            from = begins;
            to = ends;
        } else if (ends.isAfter(to)) {
            to = ends;
        }
    }

    private void close() {
        if (from != null) {
            Period stretch = from.until(to);
            months += (int) stretch.toTotalMonths();
            days += stretch.getDays();
            from = null;
        }
    }
}
