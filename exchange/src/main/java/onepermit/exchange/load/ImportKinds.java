package onepermit.exchange.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The kinds of files a department takes; finds the kind of a file by name or by its header. */
public final class ImportKinds {
    private final List<ImportKind<?>> kinds;

    public ImportKinds(List<ImportKind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    public List<ImportKind<?>> all() {
        return kinds;
    }

    /** Refuses a name before the file is read. */
    void requireKnown(String name) {
        if (!name.isEmpty()) {
            named(name);
        }
    }

    /** @param name of the kind; empty = told by the header */
    ImportKind<?> of(String name, List<String> header) {
        List<ImportKind<?>> fitting = name.isEmpty()
                ? kinds.stream().filter(kind -> fits(kind, header)).toList()
                : List.of(named(name));
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw fitting.isEmpty()
                ? refused(
                        "HEADER_UNKNOWN",
                        "the header fits no kind of file" + hint(header) + ". Known kinds: " + described())
                : refused("KIND_AMBIGUOUS", "the header fits " + names(fitting) + "; name the kind");
    }

    /** Where the columns of the kind stand in a header; a missing or unknown column is refused. */
    Header headerOf(ImportKind<?> kind, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = columnOf(kind, header.get(i), i);
            if (places.put(column, i) != null) {
                throw headerRefused(kind, "has the column " + column + " twice");
            }
        }
        requireAll(kind, places);
        return new Header(places, header);
    }

    /** The place is named and not the text: where the header was forgotten, the text is somebody's ID or name. */
    private static String columnOf(ImportKind<?> kind, String shown, int index) {
        return kind.columns().stream()
                .filter(column -> column.answersTo(shown))
                .findFirst()
                .orElseThrow(() -> headerRefused(kind, "has an unknown column at place " + (index + 1)))
                .name();
    }

    private static void requireAll(ImportKind<?> kind, Map<String, Integer> places) {
        List<String> missing = kind.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            throw headerRefused(kind, "lacks " + String.join(", ", missing));
        }
    }

    @CanIgnoreReturnValue
    private ImportKind<?> named(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        refused("KIND_UNKNOWN", "no kind '" + shortened(name) + "' here. Known kinds: " + described()));
    }

    private static boolean fits(ImportKind<?> kind, List<String> header) {
        return header.stream().allMatch(shown -> kind.columns().stream().anyMatch(column -> column.answersTo(shown)))
                && kind.columns().stream()
                        .filter(Column::required)
                        .allMatch(column -> header.stream().anyMatch(column::answersTo));
    }

    private static String hint(List<String> header) {
        return header.size() == 1 && header.getFirst().matches("(?s).*[;\t|，].*")
                ? " (fields must be separated by an ASCII comma)"
                : "";
    }

    private String described() {
        return kinds.stream().map(ImportKinds::described).collect(Collectors.joining("; "));
    }

    private static String described(ImportKind<?> kind) {
        return kind.name() + " ("
                + kind.columns().stream()
                        .map(column -> column.name() + "/" + column.nameZh() + (column.required() ? "" : "?"))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String names(List<ImportKind<?>> kinds) {
        return kinds.stream().map(ImportKind::name).collect(Collectors.joining(" and "));
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    private static RefusalException headerRefused(ImportKind<?> kind, String what) {
        return refused(
                "HEADER_WRONG", "the header " + what + ". Columns of " + described(kind) + "; ? = may be left out");
    }

    private static RefusalException refused(String reason, String text) {
        return new RefusalException(Refusal.invalid(reason, "kind", text));
    }
}
