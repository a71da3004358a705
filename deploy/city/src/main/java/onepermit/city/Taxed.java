package onepermit.city;

import java.time.YearMonth;
import java.util.stream.Stream;

/** Months with income tax on wages, from and to included. */
record Taxed(String place, YearMonth from, YearMonth to) {

    Stream<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }
}
