package onepermit.local.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Evidence;

/** The facts of a decision, numbered; a person's many rows of a dataset are one. */
final class FactsUsed {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private final Map<String, List<Evidence>> rows = new LinkedHashMap<>();
    private final List<Integer> numbers = new ArrayList<>();

    FactsUsed(List<Evidence> evidence) {
        for (Evidence each : evidence)
            rows.computeIfAbsent(name(each), name -> new ArrayList<>()).add(each);
        List<String> names = List.copyOf(rows.keySet());
        for (Evidence each : evidence) numbers.add(names.indexOf(name(each)) + 1);
    }

    String numbersOf(Criterion criterion) {
        return criterion.getEvidenceList().stream()
                .map(numbers::get)
                .distinct()
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    String table() {
        var columns = new Columns();
        columns.row("fact", "of", "dataset", "from", "records", "as of", "age", "origin", "value");
        int number = 0;
        for (List<Evidence> each : rows.values()) row(columns, ++number, each);
        return rows.isEmpty() ? "" : columns.text();
    }

    private static void row(Columns columns, int number, List<Evidence> rows) {
        Evidence first = rows.getFirst();
        columns.row(
                "" + number,
                first.getSubject(),
                first.getDataset(),
                first.getSource(),
                "" + rows.size(),
                TIME.format(Instant.ofEpochSecond(first.getAsOf().getSeconds())),
                String.format(Locale.ROOT, "%.1f s", first.getAgeMillis() / 1e3),
                first.getOrigin(),
                (words(rows, Evidence::getValue, "; ") + " " + words(rows, Evidence::getValueZh, "；")).strip());
    }

    private static String words(List<Evidence> rows, Function<Evidence, String> value, String between) {
        return rows.stream().map(value).filter(words -> !words.isEmpty()).collect(Collectors.joining(between));
    }

    private static String name(Evidence evidence) {
        return evidence.getDataset() + " of " + evidence.getSubject();
    }
}
