package onepermit.social.contribution;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;

/** Months of one place and kind. */
public record ContributionSeries(
        DivisionCode place, InsuranceKind kind, SortedSet<YearMonth> paid, SortedSet<YearMonth> backPaid) {

    public List<MonthRun> runs() {
        return MonthRun.runs(paid);
    }

    public List<MonthRun> gaps() {
        return MonthRun.gaps(runs());
    }

    /** Series by place and kind. */
    static List<ContributionSeries> of(Collection<LedgerYear> years) {
        Comparator<Line> order =
                Comparator.comparing((Line line) -> line.place.value()).thenComparing(line -> line.kind);
        return years.stream()
                .collect(Collectors.groupingBy(Line::of, () -> new TreeMap<>(order), Collectors.toList()))
                .entrySet()
                .stream()
                .map(line -> of(line.getKey(), line.getValue()))
                .toList();
    }

    private static ContributionSeries of(Line line, List<LedgerYear> years) {
        return new ContributionSeries(
                line.place, line.kind, months(years, LedgerYear::paid), months(years, LedgerYear::backPaid));
    }

    private static SortedSet<YearMonth> months(List<LedgerYear> years, Function<LedgerYear, MonthSet> which) {
        return years.stream()
                .flatMap(year -> which.apply(year).of(year.key().year()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Line(DivisionCode place, InsuranceKind kind) {
        static Line of(LedgerYear year) {
            return new Line(year.key().place(), year.key().kind());
        }
    }
}
