package onepermit.social.pension;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the retirement ages from {@code pension/retirement-ages.yaml}. */
final class RetirementAgeFile {
    private RetirementAgeFile() {}

    static RetirementAges shipped() {
        try (InputStream yaml = RetirementAgeFile.class.getResourceAsStream("/pension/retirement-ages.yaml")) {
            Map<String, List<Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(yaml, "pension/retirement-ages.yaml is not on the class path"));
            return new RetirementAges(Objects.requireNonNull(file.get("editions")).stream()
                    .map(RetirementAgeFile::edition)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RetirementAges.Edition edition(Map<String, Object> entry) {
        Map<RetirementGroup, RetirementAges.Rule> groups = new EnumMap<>(RetirementGroup.class);
        Map<String, Map<String, Object>> rules = required(entry, "groups");
        rules.forEach((name, rule) -> groups.put(RetirementGroup.valueOf(name), rule(rule)));
        return new RetirementAges.Edition(
                required(entry, "id"), required(entry, "document"), date(entry, "from"), date(entry, "to"), groups);
    }

    private static RetirementAges.Rule rule(Map<String, Object> entry) {
        Optional<RetirementAges.Delay> delay = Optional.ofNullable(entry.get("bornFrom"))
                .map(from -> new RetirementAges.Delay(
                        YearMonth.parse(from.toString()),
                        required(entry, "stepMonths"),
                        required(entry, "maxDelayMonths")));
        return new RetirementAges.Rule(required(entry, "ageMonths"), delay);
    }

    private static Optional<LocalDate> date(Map<String, Object> entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(Object::toString).map(LocalDate::parse);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // YAML is untyped; a wrong type fails at once
    private static <T> T required(Map<String, Object> entry, String name) {
        return (T) Objects.requireNonNull(entry.get(name), "retirement ages: " + entry + " lacks '" + name + "'");
    }
}
