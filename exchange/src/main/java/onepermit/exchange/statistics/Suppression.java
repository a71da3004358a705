package onepermit.exchange.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps counts back that are so small that they could tell of somebody. A zero tells of nobody.
 *
 * @param least counts from 1 to below this are not told
 * @param unverified nobody has confirmed it
 */
public record Suppression(int least, boolean unverified) {

    /** A total and its cells, of which nothing kept back can be told from the rest: where it is one cell alone, the smallest other one goes with it. */
    public record Told(Cell total, List<Cell> cells) {}

    public Told of(Cell total, List<Cell> cells) {
        List<Cell> told = new ArrayList<>(cells);
        told.replaceAll(cell -> small(cell) ? cell.withheld() : cell);
        long kept = told.stream().filter(Cell::suppressed).count();
        if (kept == 1) {
            told.stream()
                    .filter(cell -> !cell.suppressed() && cell.count() + cell.among() > 0)
                    .min(Comparator.comparingLong(Cell::count)
                            .thenComparing(cell -> cell.division().value()))
                    .ifPresent(next -> told.replaceAll(cell -> cell.equals(next) ? cell.withheld() : cell));
        }
        boolean alone = told.stream().filter(Cell::suppressed).count() == 1;
        return new Told(small(total) || alone ? total.withheld() : total, List.copyOf(told));
    }

    /** Of a share, those who do not count may be few, too. */
    private boolean small(Cell cell) {
        return few(cell.count()) || few(cell.unknown()) || cell.among() > 0 && few(cell.among() - cell.count());
    }

    private boolean few(long persons) {
        return persons > 0 && persons < least;
    }
}
