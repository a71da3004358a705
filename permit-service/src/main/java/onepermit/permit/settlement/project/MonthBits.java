package onepermit.permit.settlement.project;

import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Months as facts carry them: bit 0 = January … bit 11 = December. */
final class MonthBits {
    private MonthBits() {}

    static NavigableSet<YearMonth> months(int year, int bits) {
        return IntStream.rangeClosed(1, 12)
                .filter(month -> (bits >> (month - 1) & 1) == 1)
                .mapToObj(month -> YearMonth.of(year, month))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
