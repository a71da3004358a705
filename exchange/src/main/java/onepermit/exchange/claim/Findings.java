package onepermit.exchange.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What officers found, by item. */
public record Findings(Map<String, OfficerFinding> byItem) {
    public static final Findings NONE = new Findings(Map.of());

    public Findings {
        byItem = new TreeMap<>(byItem);
    }

    /** As three columns hold them, side by side; an empty value is one that could not be verified. */
    public static Findings of(String[] items, String[] values, String[] foundIn) {
        Map<String, OfficerFinding> byItem = HashMap.newHashMap(items.length);
        for (int i = 0; i < items.length; i++) {
            byItem.put(items[i], new OfficerFinding(Optional.of(values[i]).filter(v -> !v.isEmpty()), foundIn[i]));
        }
        return new Findings(byItem);
    }

    /** These, and of those before what is not found anew. */
    public Findings after(Findings before) {
        Map<String, OfficerFinding> all = new HashMap<>(before.byItem);
        all.putAll(byItem);
        return new Findings(all);
    }

    public Findings without(Collection<String> items) {
        Map<String, OfficerFinding> rest = new HashMap<>(byItem);
        items.forEach(rest::remove);
        return new Findings(rest);
    }

    public Optional<String> value(String item) {
        return Optional.ofNullable(byItem.get(item)).flatMap(OfficerFinding::value);
    }

    public int size() {
        return byItem.size();
    }

    public String[] items() {
        return byItem.keySet().toArray(String[]::new);
    }

    /** In the order of the items; empty = could not be verified. */
    public String[] values() {
        return column(finding -> finding.value().orElse(""));
    }

    /** In the order of the items. */
    public String[] foundIn() {
        return column(OfficerFinding::foundIn);
    }

    private String[] column(Function<OfficerFinding, String> of) {
        return byItem.values().stream().map(of).toArray(String[]::new);
    }
}
