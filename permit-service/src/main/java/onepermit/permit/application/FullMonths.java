package onepermit.permit.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Months that are full when the day of the same number, or the last day of a shorter month, is reached. */
public final class FullMonths {
    private FullMonths() {}

    /**
     * So many months that {@code from.plusMonths(months)} is not after {@code to}: from 31 August half a year is full on 28 February,
     * which {@link ChronoUnit#MONTHS} denies.
     */
    public static long between(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        return from.plusMonths(months + 1).isAfter(to) ? months : months + 1;
    }
}
