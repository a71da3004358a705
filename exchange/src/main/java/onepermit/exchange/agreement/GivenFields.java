package onepermit.exchange.agreement;

import java.util.HashSet;
import java.util.Set;

/**
 * The fields of a dataset that are given.
 *
 * @param whole these are all fields there are, so nothing need be cut
 */
public record GivenFields(Set<String> paths, boolean whole) {
    public static final GivenFields NONE = new GivenFields(Set.of(), false);

    static GivenFields of(Set<String> given, Set<String> all) {
        return new GivenFields(Set.copyOf(given), given.containsAll(all));
    }

    GivenFields with(GivenFields others) {
        Set<String> both = new HashSet<>(paths);
        both.addAll(others.paths);
        return new GivenFields(Set.copyOf(both), whole || others.whole);
    }
}
