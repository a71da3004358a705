package onepermit.exchange.ledger.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.catalogue.Words;
import onepermit.exchange.yaml.Yaml;

/** The table of kinds of processing. Whether a look is shown is decided here, for all looks of a kind alike, and never for one of them. */
public final class Processings {
    private static final String FILE = "usage/processing.yaml";

    private final List<Processing> all;
    private final Map<String, Processing> byMethod;

    private Processings(List<Processing> all) {
        this.all = List.copyOf(all);
        this.byMethod = new HashMap<>();
        all.forEach(kind -> kind.methods().forEach(method -> byMethod.put(method, kind)));
    }

    public static Processings shipped() {
        try (InputStream text = Processings.class.getResourceAsStream("/" + FILE)) {
            if (text == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return read(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException a kind has no law, one that withholds included, or a method is of two kinds */
    public static Processings read(String file, InputStream text) {
        Yaml yaml = Yaml.read(Processings::fault, file, text);
        yaml.onlyKeys(Set.of("processing"));
        Set<String> seen = new HashSet<>();
        return new Processings(yaml.children("processing").stream()
                .map(entry -> kind(entry, seen))
                .toList());
    }

    private static Processing kind(Yaml entry, Set<String> seen) {
        entry.onlyKeys(Set.of("id", "methods", "action", "basis", "correction", "withheld"));
        List<String> methods = entry.texts("methods");
        methods.forEach(method -> {
            if (!seen.add(method)) {
                throw entry.wrong("the method " + method + " is of another kind already");
            }
        });
        return new Processing(
                entry.text("id"),
                Set.copyOf(methods),
                words(entry, "action"),
                words(entry, "basis"),
                entry.flag("correction"),
                entry.child("withheld").map(Processings::words));
    }

    private static Words words(Yaml entry, String key) {
        return words(entry.child(key).orElseThrow(() -> entry.wrong("'" + key + "' is missing")));
    }

    private static Words words(Yaml entry) {
        entry.onlyKeys(Set.of("zh", "en"));
        return new Words(entry.text("zh"), entry.text("en"));
    }

    private static IllegalStateException fault(String file, String place, String wrong) {
        return new IllegalStateException(file + (place.isEmpty() ? "" : " (" + place + ")") + ": " + wrong);
    }

    /** Empty for a method that the table does not know: its looks are shown, under the method's name. */
    public Optional<Processing> of(String method) {
        return Optional.ofNullable(byMethod.get(method));
    }

    public boolean corrects(String method) {
        return of(method).filter(Processing::correction).isPresent();
    }

    public boolean withholds(String method) {
        return of(method).flatMap(Processing::withheld).isPresent();
    }

    public List<Processing> withheld() {
        return all.stream().filter(kind -> kind.withheld().isPresent()).toList();
    }
}
