package onepermit.exchange.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onepermit.exchange.catalogue.Words;
import onepermit.exchange.yaml.Yaml;

/** All definitions, from the table {@code statistics/definitions.yaml}. */
public final class Definitions {
    private static final String SHIPPED = "statistics/definitions.yaml";

    private final Map<String, Definition> byId;
    private final Suppression suppression;

    private Definitions(Map<String, Definition> byId, Suppression suppression) {
        this.byId = byId;
        this.suppression = suppression;
    }

    /** Those shipped with the exchange. */
    public static Definitions shipped() {
        try (InputStream text = Definitions.class.getResourceAsStream("/" + SHIPPED)) {
            if (text == null) {
                throw new DefinitionsInvalid(SHIPPED, "", "is not on the class path");
            }
            return read(SHIPPED, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DefinitionsInvalid anything is missing, unknown or not as expected */
    static Definitions read(String file, InputStream text) {
        Yaml yaml = Yaml.read(DefinitionsInvalid::new, file, text);
        yaml.onlyKeys(Set.of("leastTold", "definitions"));
        Map<String, Definition> read = new TreeMap<>();
        for (Yaml entry : yaml.children("definitions")) {
            Definition definition = definition(entry);
            if (read.put(definition.id(), definition) != null) {
                throw entry.wrong("named twice");
            }
        }
        for (Yaml entry : yaml.children("definitions")) {
            requireParts(entry, read);
        }
        return new Definitions(read, suppression(yaml));
    }

    public List<Definition> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Definition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Suppression suppression() {
        return suppression;
    }

    private static Definition definition(Yaml entry) {
        entry.onlyKeys(Set.of("id", "version", "owner", "name", "meaning", "source", "share"));
        return new Definition(
                entry.text("id"),
                positive(entry, "version"),
                entry.text("owner"),
                words(entry, "name"),
                words(entry, "meaning"),
                words(entry, "source"),
                entry.child("share").map(share -> new Definition.Share(share.text("of"), share.text("among"))));
    }

    private static void requireParts(Yaml entry, Map<String, Definition> read) {
        Definition definition = Objects.requireNonNull(read.get(entry.text("id")));
        definition
                .share()
                .ifPresent(share -> List.of(share.of(), share.among()).forEach(part -> {
                    Definition counted = read.get(part);
                    if (counted == null
                            || counted.share().isPresent()
                            || !counted.owner().equals(definition.owner())) {
                        throw entry.wrong("'" + part + "' is no count of " + definition.owner());
                    }
                }));
    }

    private static Suppression suppression(Yaml yaml) {
        Yaml least = yaml.child("leastTold").orElseThrow(() -> yaml.wrong("'leastTold' is missing"));
        least.onlyKeys(Set.of("value", "unverified", "source"));
        return new Suppression(positive(least, "value"), least.flag("unverified"));
    }

    private static int positive(Yaml entry, String key) {
        return entry.integerIfAny(key)
                .filter(number -> number > 0)
                .orElseThrow(() -> entry.wrong("'" + key + "' is a whole number above zero"));
    }

    private static Words words(Yaml entry, String key) {
        Yaml both = entry.child(key).orElseThrow(() -> entry.wrong("'" + key + "' is missing"));
        both.onlyKeys(Set.of("zh", "en"));
        return new Words(both.text("zh"), both.text("en"));
    }
}
