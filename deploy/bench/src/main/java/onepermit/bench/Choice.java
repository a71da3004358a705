package onepermit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param figures of {@link #ALL}
 * @param json file for the figures
 */
record Choice(Set<String> figures, Optional<Path> json) {
    static final List<String> ALL = List.of(
            "verify",
            "verify_gateway",
            "pipeline_rate",
            "pipeline_p99",
            "rebuild_rate",
            "ledger_ratio",
            "ledger_rate",
            "proof_p99",
            "allocation",
            "intake",
            "redecision",
            "startup",
            "growth");

    private static final String USAGE = "bench [--only FIGURE,FIGURE…] [--json FILE]; figures are " + ALL;

    static Choice of(String... words) {
        Set<String> figures = new LinkedHashSet<>(ALL);
        Optional<Path> json = Optional.empty();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("'" + words[i] + "' has no value: " + USAGE);
            }
            switch (words[i]) {
                case "--json" -> json = Optional.of(Path.of(words[i + 1]));
                case "--only" -> figures = chosen(words[i + 1]);
                default -> throw new IllegalArgumentException("'" + words[i] + "' is not known: " + USAGE);
            }
        }
        return new Choice(figures, json);
    }

    boolean any(String... names) {
        return Arrays.stream(names).anyMatch(figures::contains);
    }

    private static Set<String> chosen(String names) {
        Set<String> figures = new LinkedHashSet<>(Arrays.asList(names.split(",", -1)));
        figures.stream().filter(name -> !ALL.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("no figure '" + name + "': " + USAGE);
        });
        return figures;
    }
}
