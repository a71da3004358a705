package onepermit.exchange.decision;

import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;

/** Divisions as rules speak of them. */
final class Places {
    private Places() {}

    /** Is the division the place or inside it? */
    static boolean within(String division, String place) {
        return new DivisionCode(place).contains(new DivisionCode(division));
    }

    /** The entry of the division, or of its city, its province, the country, or `default`; an error when there is none. */
    static Object nearest(Map<?, ?> table, String division) {
        var code = new DivisionCode(division);
        for (var key : List.of(division, code.city().value(), code.province().value(), "000000", "default")) {
            if (table.get(key) instanceof Object found) {
                return found;
            }
        }
        throw new IllegalArgumentException("no entry for division " + division + ", and no default");
    }
}
