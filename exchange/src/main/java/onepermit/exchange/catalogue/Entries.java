package onepermit.exchange.catalogue;

import java.util.Arrays;
import java.util.Set;
import onepermit.exchange.yaml.Yaml;

/** Values of a catalogue's file, each demanded. */
final class Entries {
    private Entries() {}

    /** The same mapping, once it has no other keys. */
    static Yaml inside(Yaml entry, Set<String> keys) {
        entry.onlyKeys(keys);
        return entry;
    }

    static Yaml child(Yaml entry, String key) {
        return entry.child(key).orElseThrow(() -> entry.wrong("'" + key + "' is missing"));
    }

    static Words words(Yaml entry) {
        return new Words(entry.text("zh"), entry.text("en"));
    }

    static int positive(Yaml entry, String key) {
        return entry.integerIfAny(key)
                .filter(number -> number > 0)
                .orElseThrow(() -> entry.wrong("'" + key + "' is missing or no whole number from 1 on"));
    }

    static <E extends Enum<E>> E constant(Yaml entry, String key, Class<E> type) {
        String text = entry.text(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> entry.wrong("'" + key + "' is one of " + Arrays.toString(type.getEnumConstants())
                        + ", not '" + text + "'"));
    }
}
