package onepermit.exchange.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onepermit.exchange.identity.DivisionCode;

/** Counts what this department owns, and tells no more than may be told. */
public final class CountStatistics {
    private final Definitions definitions;
    private final List<StatisticSource> sources;

    public CountStatistics(Definitions definitions, List<StatisticSource> sources) {
        this.definitions = definitions;
        this.sources = List.copyOf(sources);
    }

    /** @param definition of this department */
    public Suppression.Told of(Definition definition, DivisionCode division, LocalDate on) {
        Map<DivisionCode, Tally> among = definition
                .share()
                .map(share -> count(share.among(), division, on))
                .orElse(Map.of());
        Map<DivisionCode, Tally> counted =
                count(definition.share().map(Definition.Share::of).orElse(definition.id()), division, on);
        Set<String> divisions = new TreeSet<>();
        counted.keySet().forEach(code -> divisions.add(code.value()));
        among.keySet().forEach(code -> divisions.add(code.value()));
        List<Cell> cells = divisions.stream()
                .map(DivisionCode::new)
                .map(code ->
                        cell(code, counted.getOrDefault(code, Tally.NOBODY), among.getOrDefault(code, Tally.NOBODY)))
                .toList();
        return definitions.suppression().of(cell(division, sum(counted), sum(among)), cells);
    }

    private Map<DivisionCode, Tally> count(String definition, DivisionCode division, LocalDate on) {
        return sourceOf(definition).count(definition, division, on);
    }

    private StatisticSource sourceOf(String definition) {
        List<StatisticSource> counting = sources.stream()
                .filter(source -> source.definitions().contains(definition))
                .toList();
        if (counting.size() != 1) {
            throw new IllegalStateException(
                    definition + " is counted by " + counting.size() + " sources of this department instead of one");
        }
        return counting.getFirst();
    }

    private static Cell cell(DivisionCode division, Tally counted, Tally among) {
        return new Cell(division, false, counted.count(), among.count(), counted.unknown());
    }

    private static Tally sum(Map<DivisionCode, Tally> tallies) {
        return tallies.values().stream().reduce(Tally.NOBODY, Tally::plus);
    }
}
