package onepermit.permit.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in a division: a registration, a job, a dwelling, a place at a school.
 *
 * @param to last day; null = open
 */
public record Stay(
        DivisionCode division, LocalDate from, @Nullable LocalDate to) {

    public boolean covers(LocalDate on) {
        return !from.isAfter(on) && (to == null || !to.isBefore(on));
    }

    public boolean in(DivisionCode city) {
        return CityOrCounty.of(division).equals(city);
    }

    /** First day of the unbroken chain of stays that reaches the day; one stay may begin the day after another ends. */
    public static Optional<LocalDate> continuousSince(List<Stay> stays, LocalDate on) {
        Optional<LocalDate> since =
                stays.stream().filter(stay -> stay.covers(on)).map(Stay::from).min(LocalDate::compareTo);
        return since.map(day -> stretchedBack(stays, day));
    }

    private static LocalDate stretchedBack(List<Stay> stays, LocalDate since) {
        return stays.stream()
                .filter(stay -> stay.from.isBefore(since) && stay.covers(since.minusDays(1)))
                .map(Stay::from)
                .min(LocalDate::compareTo)
                .map(earlier -> stretchedBack(stays, earlier))
                .orElse(since);
    }
}
