package onepermit.city;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Months of one insurance kind paid by one employer in one place, from and to included.
 *
 * @param kinds insurance kinds with these months
 * @param unpaid gaps
 * @param backPaid months paid after their time
 * @param corrected the last month was first posted with a wrong base
 */
record Cover(
        String place,
        List<String> kinds,
        String employer,
        YearMonth from,
        YearMonth to,
        long baseFen,
        Set<YearMonth> unpaid,
        Set<YearMonth> backPaid,
        boolean corrected) {
    static final List<String> PENSION = List.of("PENSION");
    static final List<String> MEDICAL = List.of("MEDICAL");
    static final List<String> WORKERS_ONLY = List.of("UNEMPLOYMENT", "WORK_INJURY", "MATERNITY");

    static Cover of(String place, List<String> kinds, String employer, YearMonth from, YearMonth to) {
        return new Cover(place, kinds, employer, from, to, 500_000, Set.of(), Set.of(), false);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    Stream<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .filter(month -> !unpaid.contains(month));
    }
}
