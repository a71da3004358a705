package onepermit.education.round;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The cities' procedures, from the table {@code admission/procedures.yaml}; a malformed one fails the start. */
public final class Procedures {
    private final Map<String, Procedure> byPlace;

    private Procedures(Map<String, Procedure> byPlace) {
        this.byPlace = byPlace;
    }

    public static Procedures load() {
        try (InputStream table =
                Objects.requireNonNull(Procedures.class.getResourceAsStream("/admission/procedures.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            Map<String, Procedure> byPlace = new HashMap<>();
            Objects.requireNonNull(yaml.get("procedures")).forEach((place, row) -> byPlace.put(place, procedure(row)));
            return new Procedures(Map.copyOf(byPlace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the division's city, else of its province. */
    public Optional<Procedure> of(DivisionCode division) {
        Procedure city = byPlace.get(division.city().value());
        return Optional.ofNullable(
                city != null ? city : byPlace.get(division.province().value()));
    }

    private static Procedure procedure(Map<String, Object> row) {
        return new Procedure(
                Mode.valueOf(text(row, "mode")),
                texts(row, "tieBreak").stream().map(TieBreakRule::valueOf).toList(),
                number(row, "publicationDays"),
                number(row, "mostPreferences"),
                text(row, "source"),
                texts(row, "unverified"));
    }

    private static String text(Map<String, Object> row, String name) {
        return (String) Objects.requireNonNull(row.get(name), name);
    }

    private static int number(Map<String, Object> row, String name) {
        return (Integer) Objects.requireNonNull(row.get(name), name);
    }

    @SuppressWarnings("unchecked") // a table of ours: its shape is tested
    private static List<String> texts(Map<String, Object> row, String name) {
        return (List<String>) Objects.requireNonNull(row.get(name), name);
    }
}
