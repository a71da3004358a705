package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.Dates;

/** Values as expressions have them: whole numbers are longs, dates ints yyyymmdd. */
final class CelValues {
    private CelValues() {}

    static Map<String, Object> map(Map<?, ?> map) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> values.put(key.toString(), of(value)));
        return values;
    }

    static Object of(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case LocalDate d -> (long) Dates.toCode(d);
            case Map<?, ?> m -> map(m);
            case List<?> l -> list(l);
            default -> value;
        };
    }

    private static List<Object> list(List<?> list) {
        var values = new ArrayList<Object>(list.size());
        list.forEach(value -> values.add(of(value)));
        return Collections.unmodifiableList(values);
    }

    /** The type of a parameter, by its value. */
    static CelType typeOf(Object value) {
        return switch (value) {
            case Long ignored -> SimpleType.INT;
            case Double ignored -> SimpleType.DOUBLE;
            case Boolean ignored -> SimpleType.BOOL;
            case Map<?, ?> m -> MapType.create(SimpleType.STRING, common(m.values()));
            case List<?> l -> ListType.create(common(l));
            default -> SimpleType.STRING;
        };
    }

    private static CelType common(Iterable<?> values) {
        CelType common = null;
        for (Object value : values) {
            CelType type = typeOf(value);
            if (common != null && !common.equals(type)) {
                return SimpleType.DYN;
            }
            common = type;
        }
        return common == null ? SimpleType.DYN : common;
    }
}
