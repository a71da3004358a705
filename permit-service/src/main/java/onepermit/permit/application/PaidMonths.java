package onepermit.permit.application;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Months in which something was paid: social insurance of all five kinds, or wage tax. */
public record PaidMonths(NavigableSet<YearMonth> months) {
    /** A gap is named when what was paid before it lies no further back: years ago somebody else's job is no gap. */
    private static final int NAMED_WITHIN = 6;

    public PaidMonths {
        months = new TreeSet<>(months);
    }

    /** Months without a break up to the latest one paid, not after {@code until}; 0 when nothing was paid. */
    public int run(YearMonth until) {
        YearMonth month = months.floor(until);
        int run = 0;
        while (month != null && months.contains(month)) {
            run++;
            month = month.minusMonths(1);
        }
        return run;
    }

    /** How many months ago the latest month was paid; a large number when nothing was. */
    public long monthsAgo(YearMonth until) {
        YearMonth latest = months.floor(until);
        return latest == null ? Integer.MAX_VALUE : ChronoUnit.MONTHS.between(latest, until);
    }

    /** The months missing right before the latest run; none when nothing was paid shortly before them. */
    public List<YearMonth> gap(YearMonth until) {
        YearMonth latest = months.floor(until);
        if (latest == null) {
            return List.of();
        }
        YearMonth start = latest.minusMonths(run(until) - 1L);
        YearMonth before = months.lower(start);
        long missing = before == null ? 0 : ChronoUnit.MONTHS.between(before, start) - 1;
        return missing > NAMED_WITHIN
                ? List.of()
                : LongStream.rangeClosed(1, missing)
                        .mapToObj(n -> start.minusMonths(missing - n + 1))
                        .toList();
    }
}
