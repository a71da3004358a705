package onepermit.social.points;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads claims by the table's own words and codes. */
final class ClaimsRead {
    private ClaimsRead() {}

    /**
     * @param allowed items
     * @return by item: Boolean, Long or String
     */
    static Map<String, Object> of(Claims claims, PointsRules table, List<String> allowed) {
        Map<String, Object> read = new LinkedHashMap<>();
        claims.values().forEach((item, value) -> {
            if (!allowed.contains(item)) {
                throw table.unknownItem("claims", allowed);
            }
            read.put(item, table.read("claims", item, value));
        });
        return read;
    }
}
