package onepermit.exchange.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is claimed, by item of the rule set.
 *
 * @param values as written
 */
public record Claims(Map<String, String> values) {
    public static final Claims NONE = new Claims(Map.of());

    public Claims {
        values = new TreeMap<>(values);
    }

    /** As two columns hold them, side by side. */
    public static Claims of(String[] items, String[] values) {
        Map<String, String> byItem = HashMap.newHashMap(items.length);
        for (int i = 0; i < items.length; i++) {
            byItem.put(items[i], values[i]);
        }
        return new Claims(byItem);
    }
}
