package onepermit.exchange.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The divisions in use, from the table {@code identity/divisions.yaml}. */
public final class Divisions {
    private final Map<String, String> names;

    private Divisions(Map<String, String> names) {
        this.names = names;
    }

    /** Real divisions only. */
    public static Divisions load() {
        return load(false);
    }

    /** @param synthetic know the divisions 99xxxx too, which GB/T 2260 gives to nobody */
    public static Divisions load(boolean synthetic) {
        Map<String, Object> table = Tables.read("/identity/divisions.yaml");
        Map<String, String> names = new HashMap<>();
        add(names, Tables.map(table, "divisions"));
        if (synthetic) {
            add(names, Tables.map(table, "synthetic"));
        }
        return new Divisions(Map.copyOf(names));
    }

    private static void add(Map<String, String> names, Map<Object, String> divisions) {
        divisions.forEach((code, name) -> names.put(code.toString(), name));
    }

    public DivisionCode read(String field, String text) {
        if (!names.containsKey(text)) {
            throw new RefusalException(Refusal.invalid(
                    "DIVISION_UNKNOWN",
                    field,
                    Shown.of(text) + " is not in the table of divisions (GB/T 2260); expected six digits"));
        }
        return new DivisionCode(text);
    }

    public Optional<String> nameOf(DivisionCode division) {
        return Optional.ofNullable(names.get(division.value()));
    }
}
