package onepermit.exchange.decision.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds several values. */
final class Lists {
    private Lists() {}

    static Object size(Object of) {
        return switch (of) {
            case List<?> list -> (long) list.size();
            case String text -> (long) text.codePointCount(0, text.length());
            case Map<?, ?> map -> (long) map.size();
            default -> throw new NotForSteps("size of " + of.getClass());
        };
    }

    static Object at(Object of, Object key) {
        return of instanceof List<?> list ? list.get(Math.toIntExact((Long) key)) : entry((Map<?, ?>) of, key);
    }

    /** That there is none is an error, unless CEL finds it under a number of another kind. */
    static Object entry(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        if (value == null) {
            throw new NotForSteps("no entry");
        }
        return value;
    }

    static Object in(Object element, Object of) {
        if (of instanceof List<?> list) {
            return inList(element, list);
        }
        boolean found = ((Map<?, ?>) of).containsKey(element);
        if (!found && !(element instanceof String)) {
            throw new NotForSteps("a number may be a key as a number of another kind");
        }
        return found;
    }

    private static boolean inList(Object element, List<?> list) {
        boolean found = false;
        for (int i = 0; !found && i < list.size(); i++) {
            found = Equal.are(element, list.get(i));
        }
        return found;
    }

    static Object sum(Object one, Object other) {
        return switch (one) {
            case Long a -> Math.addExact(a, (Long) other);
            case String a -> a.concat((String) other);
            case List<?> a -> joined(a, (List<?>) other);
            default -> throw new NotForSteps("sum of " + one.getClass());
        };
    }

    private static List<Object> joined(List<?> one, List<?> other) {
        List<Object> all = new ArrayList<>(one.size() + other.size());
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
