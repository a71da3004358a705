package onepermit.exchange.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The divisions in use, from the table {@code identity/divisions.yaml}. */
public final class Divisions {
    private final Set<String> known;

    private Divisions(Set<String> known) {
        this.known = known;
    }

    public static Divisions load() {
        try (InputStream table =
                Objects.requireNonNull(Divisions.class.getResourceAsStream("/identity/divisions.yaml"))) {
            Map<String, Map<Object, Object>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            Map<Object, Object> divisions = Objects.requireNonNull(yaml.get("divisions"));
            return new Divisions(
                    divisions.keySet().stream().map(String::valueOf).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DivisionCode read(String field, String text) {
        if (!known.contains(text)) {
            throw new RefusalException(Refusal.invalid(
                    "DIVISION_UNKNOWN",
                    field,
                    "'" + shortened(text) + "' is not in the table of divisions (GB/T 2260)"));
        }
        return new DivisionCode(text);
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
