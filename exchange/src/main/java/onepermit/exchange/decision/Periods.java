package onepermit.exchange.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.Dates;
import org.jspecify.annotations.Nullable;

/** Stretches of time at places. */
final class Periods {
    private Periods() {}

    private record Period(LocalDate from, LocalDate to) {
        boolean reaches(LocalDate day) {
            return !from.isAfter(day) && !to.isBefore(day.minusDays(1));
        }
    }

    /**
     * First day of the unbroken chain of periods at the place that holds the day; a period may begin on the day after another ends. The
     * day itself when no period holds it.
     */
    static long since(List<?> periods, String place, long asOf) {
        LocalDate day = Dates.fromCode(Math.toIntExact(asOf));
        List<Period> here = here(periods, place);
        LocalDate since = here.stream()
                .filter(p -> !p.from().isAfter(day) && !p.to().isBefore(day))
                .map(Period::from)
                .min(LocalDate::compareTo)
                .orElse(day);
        for (Period period : here) {
            if (since.isBefore(day) && period.from().isBefore(since) && period.reaches(since)) {
                since = period.from();
            }
        }
        return Dates.toCode(since);
    }

    /** Whole months of that chain. */
    static long months(List<?> periods, String place, long asOf) {
        LocalDate since = Dates.fromCode(Math.toIntExact(since(periods, place, asOf)));
        return ChronoUnit.MONTHS.between(since, Dates.fromCode(Math.toIntExact(asOf)));
    }

    /** Those at the place, the latest begun first. */
    private static List<Period> here(List<?> periods, String place) {
        return periods.stream()
                .map(p -> (Map<?, ?>) p)
                .filter(p -> Places.within(String.valueOf(p.get("division")), place))
                .map(p -> new Period(date(p.get("from"), LocalDate.MIN), date(p.get("to"), LocalDate.MAX)))
                .sorted(Comparator.comparing(Period::from).reversed())
                .toList();
    }

    private static LocalDate date(@Nullable Object code, LocalDate open) {
        return code instanceof Number n && n.intValue() != 0 ? Dates.fromCode(n.intValue()) : open;
    }
}
