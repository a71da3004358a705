package onepermit.education.admission.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onepermit.exchange.identity.Dates;

/**
 * One period at a place, as facts carry it.
 *
 * @param from first day, yyyymmdd
 * @param to last day, yyyymmdd; 0 = still there
 */
record Stay(String division, int from, int to) {
    private static final int OPEN = 99_991_231;

    boolean covers(int day) {
        return from <= day && day <= last();
    }

    private int last() {
        return to == 0 ? OPEN : to;
    }

    /** Does this stay end on the day before the other begins, or later? */
    private boolean reaches(int start) {
        return from < start
                && (last() >= start || Dates.fromCode(to).plusDays(1).equals(Dates.fromCode(start)));
    }

    /**
     * First day of the uninterrupted chain of stays that holds the day; 0 when no stay does. A move from one day to the next does not
     * interrupt.
     */
    static int chainStart(List<Stay> stays, int day) {
        int start = 0;
        for (Stay stay : stays) {
            if (stay.covers(day) && (start == 0 || stay.from < start)) {
                start = stay.from;
            }
        }
        return start == 0 ? 0 : extended(stays, start);
    }

    private static int extended(List<Stay> stays, int start) {
        int earliest = start;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Stay stay : stays) {
                if (stay.reaches(earliest)) {
                    earliest = stay.from;
                    moved = true;
                }
            }
        }
        return earliest;
    }

    /** Whole months from a day to another, e.g. 2020-08-31 to 2025-08-31 = 60. */
    static int months(int from, LocalDate to) {
        return (int) Dates.fromCode(from).until(to, ChronoUnit.MONTHS);
    }

    /** Where the latest stay that holds the day is; empty when none does. */
    static String divisionAt(List<Stay> stays, int day) {
        Stay latest = null;
        for (Stay stay : stays) {
            if (stay.covers(day) && (latest == null || stay.from >= latest.from)) {
                latest = stay;
            }
        }
        return latest == null ? "" : latest.division;
    }
}
