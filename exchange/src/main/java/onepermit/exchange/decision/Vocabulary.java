package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.yaml.Yaml;

/** The words the rules of one use may speak of: each variable with its type, meaning and the dataset it comes from; and its codes. */
public final class Vocabulary {
    private static final Set<String> KEYS = Set.of("name", "type", "unit", "dataset", "meaning");
    private static final Map<String, CelType> TYPES = types();

    private final Map<String, Word> words;
    private final CodeNames codes;

    /**
     * @param type `int`, `double`, `bool`, `text`, `date` (int yyyymmdd), `texts`, `ints`, `map`, `periods`, `months`
     * @param dataset where it comes from; empty = told by the request or the case itself
     * @param source department that owns the dataset
     * @param maxAge how old its evidence may be unless a criterion says otherwise
     */
    public record Word(String name, String type, String dataset, String source, Duration maxAge) {
        /** Told by the case itself, so never old. */
        static Word told(String name, String type) {
            return new Word(name, type, "", "", Duration.ZERO);
        }

        CelType celType() {
            return Objects.requireNonNull(TYPES.get(type));
        }
    }

    private Vocabulary(Map<String, Word> words, CodeNames codes) {
        this.words = words;
        this.codes = codes;
    }

    public static Vocabulary read(String file, InputStream text) {
        var catalogue = CatalogueFile.shipped("");
        var words = new LinkedHashMap<String, Word>();
        var yaml = Yaml.read(RuleSetInvalid::new, file, text);
        yaml.onlyKeys(Set.of("variables", "codes"));
        for (var entry : yaml.children("variables")) {
            entry.onlyKeys(KEYS);
            entry.text("meaning");
            var word = word(entry, catalogue);
            if (words.put(word.name(), word) != null) {
                throw entry.wrong("named twice");
            }
        }
        return new Vocabulary(words, new CodeNames(codes(yaml)));
    }

    private static Map<String, String> codes(Yaml yaml) {
        var names = new LinkedHashMap<String, String>();
        yaml.named("codes").forEach((code, name) -> names.put(code, name.text("value")));
        return names;
    }

    private static Word word(Yaml entry, Catalogue catalogue) {
        var dataset = entry.textIfAny("dataset").orElse("");
        try {
            var word = dataset.isEmpty()
                    ? Word.told(entry.text("name"), entry.text("type"))
                    : word(entry, catalogue.dataset(dataset));
            typeOf(entry, word);
            return word;
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Word word(Yaml entry, Dataset dataset) {
        return new Word(entry.text("name"), entry.text("type"), dataset.id(), dataset.owner(), dataset.maxAge());
    }

    static CelType typeOf(Yaml entry, Word word) {
        if (!TYPES.containsKey(word.type())) {
            throw entry.wrong(
                    "'type' is one of " + TYPES.keySet().stream().sorted().toList());
        }
        return word.celType();
    }

    private static Map<String, CelType> types() {
        var entries = ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
        return Map.of(
                "int",
                SimpleType.INT,
                "double",
                SimpleType.DOUBLE,
                "bool",
                SimpleType.BOOL,
                "text",
                SimpleType.STRING,
                "date",
                SimpleType.INT,
                "texts",
                ListType.create(SimpleType.STRING),
                "ints",
                ListType.create(SimpleType.INT),
                "map",
                MapType.create(SimpleType.STRING, SimpleType.DYN),
                "periods",
                entries,
                "months",
                entries);
    }

    /** What the codes in these words are called in Chinese. */
    CodeNames codes() {
        return codes;
    }

    public Map<String, Word> words() {
        return words;
    }
}
