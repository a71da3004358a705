package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The words the rules of one use may speak of: each variable with its type, meaning and the dataset it comes from. */
public final class Vocabulary {

    /**
     * @param type `int`, `bool`, `text`, `date` (int yyyymmdd), `texts`
     * @param dataset where it comes from; empty = told by the request or the case itself
     */
    public record Word(String name, String type, String dataset, String meaning) {
        CelType celType() {
            return switch (type) {
                case "int", "date" -> SimpleType.INT;
                case "bool" -> SimpleType.BOOL;
                case "text" -> SimpleType.STRING;
                case "texts" -> ListType.create(SimpleType.STRING);
                case "map" -> MapType.create(SimpleType.STRING, SimpleType.DYN);
                default ->
                    throw new IllegalArgumentException(
                            "type '" + type + "' of '" + name + "'; expected int, bool, text, date, texts or map");
            };
        }
    }

    private static final Set<String> KEYS = Set.of("name", "type", "unit", "dataset", "meaning");
    private final Map<String, Word> words;

    private Vocabulary(Map<String, Word> words) {
        this.words = words;
    }

    public static Vocabulary read(String file, InputStream text) {
        var words = new LinkedHashMap<String, Word>();
        for (var entry : Yaml.read(file, text).children("variables")) {
            entry.onlyKeys(KEYS);
            var word = new Word(
                    entry.text("name"),
                    entry.text("type"),
                    entry.textIfAny("dataset").orElse(""),
                    entry.text("meaning"));
            try {
                word.celType();
            } catch (IllegalArgumentException e) {
                throw entry.wrong(String.valueOf(e.getMessage()));
            }
            words.put(word.name(), word);
        }
        return new Vocabulary(words);
    }

    public Map<String, Word> words() {
        return words;
    }
}
