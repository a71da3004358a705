package onepermit.exchange.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.yaml.Yaml;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The rule sets of a service: `rules/*.yaml`, each in the words of `rules/vocabulary-<use>.yaml`. */
public final class RuleSets {
    private static final String VOCABULARY = "vocabulary-";
    private final List<RuleSet> sets;

    private RuleSets(List<RuleSet> sets) {
        this.sets = sets;
    }

    public static RuleSets shipped() {
        return in("classpath*:rules/*.yaml");
    }

    public static RuleSets in(String pattern) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            return new RuleSets(compile(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RuleSet> compile(Resource[] files) throws IOException {
        var vocabularies = new HashMap<String, Vocabulary>();
        for (var file : files) {
            var name = nameOf(file);
            if (name.startsWith(VOCABULARY)) {
                try (var text = file.getInputStream()) {
                    vocabularies.put(
                            name.substring(VOCABULARY.length(), name.length() - ".yaml".length()),
                            Vocabulary.read(name, text));
                }
            }
        }
        var sets = new ArrayList<RuleSet>();
        for (var file : files) {
            if (!nameOf(file).startsWith(VOCABULARY)) {
                sets.add(compile(file, vocabularies));
            }
        }
        return sets;
    }

    private static RuleSet compile(Resource file, Map<String, Vocabulary> vocabularies) throws IOException {
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var use = Yaml.read(RuleSetInvalid::new, nameOf(file), file.getInputStream())
                .text("use");
        var vocabulary = Optional.ofNullable(vocabularies.get(use))
                .orElseThrow(
                        () -> new RuleSetInvalid(nameOf(file), "use", "there is no " + VOCABULARY + use + ".yaml"));
        return RuleSetFile.read(nameOf(file), text, vocabulary);
    }

    private static String nameOf(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    /** The set of the smallest jurisdiction around a division that is in force at a date; among several the youngest. */
    public Optional<RuleSet> inForce(String use, DivisionCode division, LocalDate date) {
        return sets.stream()
                .filter(s -> s.use().equals(use)
                        && s.inForce(date)
                        && s.jurisdiction().contains(division))
                .max(Comparator.comparingInt((RuleSet s) -> depth(s.jurisdiction()))
                        .thenComparing(RuleSet::effectiveFrom));
    }

    public RuleSet of(String id) {
        return sets.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule set '" + id + "'"));
    }

    public List<RuleSet> all() {
        return List.copyOf(sets);
    }

    /** 000000 (the country) 0, a province 1, a city 2, a county 3. */
    private static int depth(DivisionCode division) {
        var code = division.value();
        return code.equals("000000") ? 0 : code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    }
}
