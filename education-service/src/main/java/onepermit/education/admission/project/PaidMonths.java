package onepermit.education.admission.project;

import java.time.YearMonth;
import java.time.temporal.ChronoField;

/** The months paid in one place for one insurance kind, as month slots of the years up to a reckoning month. */
final class PaidMonths {
    /** Longer than any rule set counts. */
    private static final int YEARS = 40;

    private final int reckoning;
    private final int[] slots = new int[YEARS];

    PaidMonths(YearMonth reckoning) {
        this.reckoning = (int) reckoning.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** @param paid bit 0 = January … bit 11 = December */
    void add(int year, int paid) {
        int index = reckoning / 12 - year;
        if (index >= 0 && index < YEARS) {
            slots[index] |= paid;
        }
    }

    private boolean paid(int month) {
        int index = reckoning / 12 - month / 12;
        return index < YEARS && (slots[index] >> month % 12 & 1) == 1;
    }

    /**
     * Months paid without a gap, counted back from the reckoning month. Months are paid in arrears: the count may begin up to
     * {@code arrears} months earlier.
     */
    int uninterrupted(int arrears) {
        for (int month = reckoning; month >= reckoning - arrears; month--) {
            if (paid(month)) {
                return back(month);
            }
        }
        return 0;
    }

    /** Months paid up to the reckoning month. */
    int total() {
        int total = 0;
        int later = (1 << reckoning % 12 + 1) - 1;
        for (int index = 0; index < YEARS; index++) {
            total += Integer.bitCount(index == 0 ? slots[index] & later : slots[index]);
        }
        return total;
    }

    private int back(int latest) {
        int month = latest;
        while (paid(month)) {
            month--;
        }
        return latest - month;
    }
}
