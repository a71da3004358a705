package onepermit.permit.settlement;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Filings by points, the most first. Equal points share a rank, the next ranks are left out, and nothing orders them: the same filings give
 * the same ranks, in whatever order they come.
 */
final class SettlementRanking {
    private final List<Line> lines;

    /**
     * A filing in the ranking.
     *
     * @param tied how many filings have just these points
     */
    record Line(SettlementFiling filing, int rank, int tied) {}

    private SettlementRanking(List<Line> lines) {
        this.lines = lines;
    }

    static SettlementRanking of(Collection<SettlementFiling> filings) {
        return of(filings, SettlementFiling::points);
    }

    /** By other points than those that were decided. */
    static SettlementRanking of(Collection<SettlementFiling> filings, ToLongFunction<SettlementFiling> points) {
        List<SettlementFiling> inOrder = filings.stream()
                .filter(SettlementFiling::inRanking)
                .sorted(Comparator.comparingLong(points).reversed().thenComparing(SettlementFiling::number))
                .toList();
        Map<Long, Integer> first = new LinkedHashMap<>();
        Map<Long, Integer> count = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            long score = points.applyAsLong(inOrder.get(i));
            first.putIfAbsent(score, i + 1);
            count.merge(score, 1, Integer::sum);
        }
        return new SettlementRanking(inOrder.stream()
                .map(filing -> line(filing, points.applyAsLong(filing), first, count))
                .toList());
    }

    private static Line line(SettlementFiling filing, long score, Map<Long, Integer> first, Map<Long, Integer> count) {
        return new Line(filing, first.getOrDefault(score, 0), count.getOrDefault(score, 0));
    }

    /** In order of rank, equal ranks by number. */
    List<Line> lines() {
        return lines;
    }

    /** By number. */
    Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new TreeMap<>();
        lines.forEach(line -> ranks.put(line.filing().number(), line.rank()));
        return ranks;
    }

    /** Score of the filing with which the quota is full; empty when it is not. */
    OptionalInt pointsAtQuota(int quota) {
        return lines.size() < quota
                ? OptionalInt.empty()
                : OptionalInt.of(lines.get(quota - 1).filing().points());
    }

    int above(int points) {
        return (int)
                lines.stream().filter(line -> line.filing().points() > points).count();
    }

    int at(int points) {
        return (int)
                lines.stream().filter(line -> line.filing().points() == points).count();
    }

    /**
     * Indicators whose share in all points given is above a limit; deductions are left out.
     *
     * @param percent by indicator, what of its points counts; 100 where it is not named
     * @param most percent
     */
    List<IndicatorShare> dominant(Map<String, Integer> percent, int most) {
        Map<String, Long> given = new TreeMap<>();
        for (Line line : lines) {
            line.filing()
                    .settled()
                    .ifPresent(settled -> settled.byIndicator()
                            .forEach((indicator, points) -> given.merge(
                                    indicator,
                                    (long) Math.max(0, points) * percent.getOrDefault(indicator, 100),
                                    Long::sum)));
        }
        long all = given.values().stream().mapToLong(Long::longValue).sum();
        return given.entrySet().stream()
                .filter(of -> of.getValue() * 100 > all * most)
                .map(of -> new IndicatorShare(of.getKey(), Math.toIntExact(of.getValue() * 100 / all), most))
                .toList();
    }
}
