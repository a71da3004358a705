package onepermit.exchange.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.agreement.keep.RequestHistory;
import onepermit.exchange.agreement.keep.RequestHistory.Asked;
import onepermit.exchange.correction.CorrectionHistory;
import onepermit.exchange.correction.CorrectionHistory.DueMonth;
import onepermit.exchange.supervision.Month.Answers;
import onepermit.exchange.supervision.Month.DueCorrections;

/** The months of this department, from its ledger, its agreements and the corrections raised here. */
public final class Months {
    private final CountTable counts;
    private final RequestHistory requests;
    private final CorrectionHistory corrections;
    private final Clock clock;

    Months(CountTable counts, RequestHistory requests, CorrectionHistory corrections, Clock clock) {
        this.counts = counts;
        this.requests = requests;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Each of them, those with nothing too. */
    public List<Month> between(YearMonth from, YearMonth to) {
        Map<String, Map<String, Long>> counted = counts.between(from, to);
        Map<YearMonth, Answers> answers = answers();
        Map<YearMonth, DueCorrections> due = due(from, to);
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> month(
                        month,
                        counted.getOrDefault(month.toString(), Map.of()),
                        answers.getOrDefault(month, Answers.NONE),
                        due.getOrDefault(month, DueCorrections.NONE)))
                .toList();
    }

    /** The index of the first leaf that is not counted yet. */
    public long counted() {
        return counts.counted();
    }

    public YearMonth today() {
        return YearMonth.from(day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), LedgerCount.SHANGHAI);
    }

    private static Month month(YearMonth month, Map<String, Long> counts, Answers answers, DueCorrections due) {
        Map<String, Long> refused = new TreeMap<>();
        counts.forEach((measure, count) -> {
            if (measure.startsWith(Measure.REFUSED)) {
                refused.put(measure.substring(Measure.REFUSED.length()), count);
            }
        });
        return new Month(
                month,
                counts.getOrDefault(Measure.LOOK, 0L),
                counts.getOrDefault(Measure.STOPPED, 0L),
                refused,
                counts.getOrDefault(Measure.CORRECTION, 0L),
                answers,
                due);
    }

    private Map<YearMonth, DueCorrections> due(YearMonth from, YearMonth to) {
        return corrections.between(from, to, day()).stream()
                .collect(Collectors.toMap(DueMonth::month, of -> new DueCorrections(of.due(), of.overdue())));
    }

    private Map<YearMonth, Answers> answers() {
        LocalDate today = day();
        Map<YearMonth, Answers> months = new HashMap<>();
        for (Asked asked : requests.all()) {
            boolean late = asked.answered().orElse(today).isAfter(asked.due());
            months.merge(
                    YearMonth.from(asked.due()),
                    Answers.NONE.plus(late, asked.refused()),
                    (one, other) -> one.plus(late, asked.refused()));
        }
        return months;
    }
}
