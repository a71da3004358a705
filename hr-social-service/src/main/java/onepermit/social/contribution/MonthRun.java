package onepermit.social.contribution;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Consecutive months, both ends included. */
public record MonthRun(YearMonth from, YearMonth to) {

    public int months() {
        return Math.toIntExact(from.until(to, ChronoUnit.MONTHS)) + 1;
    }

    /** Runs of consecutive months, oldest first. */
    public static List<MonthRun> runs(SortedSet<YearMonth> months) {
        List<MonthRun> runs = new ArrayList<>();
        for (YearMonth month : months) {
            MonthRun last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.to().plusMonths(1).equals(month)) {
                runs.set(runs.size() - 1, new MonthRun(last.from(), month));
            } else {
                runs.add(new MonthRun(month, month));
            }
        }
        return runs;
    }

    /** What lies between runs. */
    public static List<MonthRun> gaps(List<MonthRun> runs) {
        List<MonthRun> gaps = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            gaps.add(new MonthRun(
                    runs.get(i - 1).to().plusMonths(1), runs.get(i).from().minusMonths(1)));
        }
        return gaps;
    }
}
