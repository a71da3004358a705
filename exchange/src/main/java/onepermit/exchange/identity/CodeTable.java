package onepermit.exchange.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * A code table that departments share.
 *
 * @param source the standard
 * @param unverified the standard's own text was not at hand
 */
public record CodeTable(String table, String source, boolean unverified, Map<String, Code> codes) {

    /** A code and its meaning. */
    public record Code(String code, String zh, String en) {}

    static CodeTable load(String name) {
        Map<String, Object> yaml = Tables.read("/codes/" + name + ".yaml");
        Map<String, Code> codes = new TreeMap<>();
        Tables.<Map<String, String>>map(yaml, "codes").forEach((code, meaning) -> {
            String zh = (String) Tables.require(meaning, "zh");
            codes.put(code.toString(), new Code(code.toString(), zh, (String) Tables.require(meaning, "en")));
        });
        return new CodeTable(
                (String) Tables.require(yaml, "table"),
                (String) Tables.require(yaml, "source"),
                (Boolean) Tables.require(yaml, "unverified"),
                Map.copyOf(codes));
    }

    public Code read(String field, String text) {
        Code code = codes.get(text);
        if (code == null) {
            throw new RefusalException(Refusal.invalid(
                    "CODE_UNKNOWN",
                    field,
                    Shown.of(text) + " is not a code of " + table + " (" + source + "); expected one of "
                            + String.join(", ", known())));
        }
        return code;
    }

    private Set<String> known() {
        return new TreeMap<>(codes).keySet();
    }
}
