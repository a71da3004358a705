package onepermit.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The command line of the city: {@code CityLoader --residents 20000 --seed 1 --token-file FILE} or {@code --out DIR}. */
public final class CityLoader {
    private static final Map<String, String> DEFAULTS = Map.of(
            "residents", "20000",
            "seed", "1",
            "permit", "127.0.0.1:9101",
            "education", "127.0.0.1:9102",
            "social", "127.0.0.1:9103",
            "health", "127.0.0.1:9104");
    private static final Set<String> OTHERS = Set.of("out", "token-file");
    private static final List<String> DEPARTMENTS = List.of("permit", "education", "social", "health");

    private CityLoader() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(options(arguments));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Map<String, String> options) throws IOException, InterruptedException {
        City city = new City(number(options, "seed"), Math.toIntExact(number(options, "residents")));
        String out = options.get("out");
        if (out != null) {
            CityFolder.write(city, Path.of(out), System.out::println);
            return;
        }
        Map<String, String> addresses = new HashMap<>(options);
        addresses.keySet().retainAll(DEPARTMENTS);
        Loaded loaded = new CityLoad(city, addresses, token(options), System.out::println).run();
        System.out.printf(
                "city: %,d lines, %,d taken, %,d rejected%n", loaded.lines(), loaded.accepted(), loaded.rejected());
        loaded.reasons().forEach(System.out::println);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (i + 1 == arguments.length || !(DEFAULTS.containsKey(name) || OTHERS.contains(name))) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is no option with a value; there are "
                        + "--residents --seed --permit --education --social --health --token-file, or --out DIR");
            }
            options.put(name, arguments[i + 1]);
        }
        return options;
    }

    private static long number(Map<String, String> options, String name) {
        String text = String.valueOf(options.get(name));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is '" + text + "', expected a whole number", e);
        }
    }

    /** Read again for each file, so that whoever renews the token only writes the file anew. */
    private static Supplier<String> token(Map<String, String> options) {
        String file = options.get("token-file");
        if (file == null) {
            throw new IllegalArgumentException("--token-file FILE is needed: it holds an access token of role service");
        }
        return () -> {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
