package onepermit.exchange.decision.step;

import java.util.List;

/** Equality and order of values of one kind. What CEL says of two kinds, it says itself. */
final class Equal {
    private Equal() {}

    static boolean are(Object one, Object other) {
        if (one instanceof List<?> a && other instanceof List<?> b) {
            return lists(a, b);
        }
        if (isPlain(one) && one.getClass() == other.getClass()) {
            return one.equals(other);
        }
        throw new NotForSteps("equality of " + one.getClass() + " and " + other.getClass());
    }

    static boolean isPlain(Object value) {
        return value instanceof Long || value instanceof String || value instanceof Boolean;
    }

    private static boolean lists(List<?> one, List<?> other) {
        boolean equal = one.size() == other.size();
        for (int i = 0; equal && i < one.size(); i++) {
            equal = are(one.get(i), other.get(i));
        }
        return equal;
    }

    static int compare(Object one, Object other) {
        if (one instanceof Long a) {
            return Long.compare(a, (Long) other);
        }
        return one instanceof String a ? a.compareTo((String) other) : Boolean.compare((Boolean) one, (Boolean) other);
    }
}
