package onepermit.permit.application.project;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.permit.application.PaidMonths;

/** Months as facts carry them, and as the vocabulary says them. */
final class MonthWords {
    /** Months further back than this hang on no rule here. */
    private static final int YEARS_BACK = 1;

    private MonthWords() {}

    static List<String> names(String prefix) {
        return List.of(prefix + ".run", prefix + ".monthsAgo", prefix + ".gap");
    }

    static void tell(Reading reading, String prefix, NavigableSet<YearMonth> months, YearMonth on, int... evidence) {
        PaidMonths paid = new PaidMonths(months);
        reading.known(prefix + ".run", paid.run(on), evidence);
        reading.known(prefix + ".monthsAgo", paid.monthsAgo(on), evidence);
        reading.known(prefix + ".gap", text(paid.gap(on)), evidence);
    }

    static boolean recent(int year, YearMonth on) {
        return year >= on.getYear() - YEARS_BACK && year <= on.getYear();
    }

    /** @param bits bit 0 = January … bit 11 = December */
    static NavigableSet<YearMonth> months(int year, int bits) {
        return IntStream.rangeClosed(1, 12)
                .filter(month -> (bits >> (month - 1) & 1) == 1)
                .mapToObj(month -> YearMonth.of(year, month))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(Iterable<YearMonth> months) {
        StringBuilder text = new StringBuilder();
        months.forEach(month -> text.append(text.isEmpty() ? "" : ", ").append(month));
        return text.toString();
    }
}
