package onepermit.social.points;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is claimed, by item of the table.
 *
 * @param values as written
 */
public record Claims(Map<String, String> values) {
    public static final Claims NONE = new Claims(Map.of());

    public Claims {
        values = new TreeMap<>(values);
    }
}
