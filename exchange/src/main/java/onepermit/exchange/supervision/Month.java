package onepermit.exchange.supervision;

import java.time.YearMonth;
import java.util.Map;

/**
 * One month of one department.
 *
 * @param looks answered
 * @param stopped recorded and not answered
 * @param refused attempts, by reason
 * @param corrections of records
 * @param answers to requests for agreements that were due in it
 * @param dueCorrections raised here by others, and due in it
 */
public record Month(
        YearMonth month,
        long looks,
        long stopped,
        Map<String, Long> refused,
        long corrections,
        Answers answers,
        DueCorrections dueCorrections) {

    /**
     * Corrections raised here whose answer was due in the month.
     *
     * @param overdue of these answered late, or not at all and the day is past
     */
    public record DueCorrections(long due, long overdue) {
        static final DueCorrections NONE = new DueCorrections(0, 0);
    }

    /**
     * Answers to requests for agreements.
     *
     * @param overdue of these given late, or not at all and the day is past
     * @param refused of these a refusal
     */
    public record Answers(long due, long overdue, long refused) {
        static final Answers NONE = new Answers(0, 0, 0);

        Answers plus(boolean late, boolean no) {
            return new Answers(due + 1, overdue + (late ? 1 : 0), refused + (no ? 1 : 0));
        }
    }
}
