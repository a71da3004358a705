package onepermit.exchange.yaml;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/** One mapping of a YAML file, read strictly: an unknown key or a missing value is an error that names its place. */
public final class Yaml {
    /** A rule set has a case for every row, each of which names the facts of the first by an alias. */
    private static final int CASES = 500;

    private final Fault fault;
    private final String file;
    private final String place;
    private final Map<String, Object> entries;

    private Yaml(Fault fault, String file, String place, Map<String, Object> entries) {
        this.fault = fault;
        this.file = file;
        this.place = place;
        this.entries = entries;
    }

    /** @param fault makes what is thrown for anything wrong in the file */
    public static Yaml read(Fault fault, String file, InputStream text) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(CASES);
        try {
            Object loaded = new org.yaml.snakeyaml.Yaml(new StrictDates(strict)).load(text);
            return new Yaml(fault, file, "", mapping(fault, file, "", loaded));
        } catch (YAMLException e) {
            throw fault.of(file, "", String.valueOf(e.getMessage()));
        }
    }

    public void onlyKeys(Set<String> known) {
        entries.keySet().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw wrong("unknown key '" + key + "'; known are "
                            + known.stream().sorted().toList());
                });
    }

    public String text(String key) {
        return textIfAny(key).orElseThrow(() -> wrong("'" + key + "' is missing"));
    }

    public Optional<String> textIfAny(String key) {
        return Optional.ofNullable(entries.get(key)).map(Yaml::plain);
    }

    public boolean flag(String key) {
        var value = entries.getOrDefault(key, false);
        if (!(value instanceof Boolean flag)) {
            throw wrong("'" + key + "' is true or false");
        }
        return flag;
    }

    public LocalDate date(String key) {
        return dateIfAny(key).orElseThrow(() -> wrong("'" + key + "' is missing"));
    }

    public Optional<LocalDate> dateIfAny(String key) {
        return textIfAny(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw wrong("'" + key + "' is a date YYYY-MM-DD, not '" + text + "'");
            }
        });
    }

    public Optional<Duration> durationIfAny(String key) {
        return textIfAny(key).map(text -> {
            try {
                var duration = Duration.parse(text);
                if (duration.isPositive()) {
                    return duration;
                }
            } catch (DateTimeException notOne) {
                // said below
            }
            throw wrong("'" + key + "' is a duration above zero like PT15M or PT24H, not '" + text + "'");
        });
    }

    public Optional<Integer> integerIfAny(String key) {
        return value(key).map(value -> {
            if (!(value instanceof Integer number)) {
                throw wrong("'" + key + "' is a whole number");
            }
            return number;
        });
    }

    public Optional<Object> value(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public Optional<Yaml> child(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(v -> new Yaml(fault, file, at(key), mapping(fault, file, at(key), v)));
    }

    /** A list of texts; none when it is missing. */
    public List<String> texts(String key) {
        if (!(entries.getOrDefault(key, List.of()) instanceof List<?> items)) {
            throw wrong("'" + key + "' must be a list");
        }
        return items.stream().map(Yaml::plain).toList();
    }

    /** The mappings of a list; each is named by its `id` or `name`, or by its number. */
    public List<Yaml> children(String key) {
        var list = entries.getOrDefault(key, List.of());
        if (!(list instanceof List<?> items)) {
            throw wrong("'" + key + "' must be a list");
        }
        var children = new ArrayList<Yaml>();
        for (int i = 0; i < items.size(); i++) {
            var item = mapping(fault, file, at(key), items.get(i));
            var name = Objects.requireNonNullElse(item.get("id"), Objects.requireNonNullElse(item.get("name"), i + 1));
            children.add(new Yaml(fault, file, at(key + " " + name), item));
        }
        return children;
    }

    public Map<String, Yaml> named(String key) {
        var named = new LinkedHashMap<String, Yaml>();
        child(key)
                .ifPresent(c -> c.entries.forEach((name, v) -> named.put(
                        name,
                        new Yaml(
                                fault,
                                file,
                                c.at(name),
                                v instanceof Map ? mapping(fault, file, c.at(name), v) : Map.of("value", v)))));
        return named;
    }

    public Map<String, Object> entries() {
        return entries;
    }

    public RuntimeException wrong(String text) {
        return fault.of(file, place, text);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + ", " + key;
    }

    private static String plain(Object value) {
        return value.toString().strip();
    }

    private static Map<String, Object> mapping(Fault fault, String file, String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault.of(file, place, "expected keys and values");
        }
        var mapping = new LinkedHashMap<String, Object>();
        map.forEach((key, v) -> {
            if (v == null) {
                throw fault.of(file, place, "'" + key + "' has no value");
            }
            mapping.put(key.toString(), v);
        });
        return mapping;
    }
}
