package onepermit.exchange.decision;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Months in which something was paid, yyyymm. */
final class Months {
    private Months() {}

    /** The months of one kind paid at the place, ascending, each once. */
    static List<Long> paid(List<?> months, String place, String kind) {
        return List.copyOf(set(months, place, kind));
    }

    /** The months in which all of the kinds were paid at the place. */
    static List<Long> paidOfAll(List<?> months, String place, List<?> kinds) {
        NavigableSet<Long> common = new TreeSet<>();
        for (int i = 0; i < kinds.size(); i++) {
            NavigableSet<Long> of = set(months, place, kinds.get(i).toString());
            if (i == 0) {
                common = of;
            } else {
                common.retainAll(of);
            }
        }
        return List.copyOf(common);
    }

    private static NavigableSet<Long> set(List<?> months, String place, String kind) {
        var paid = new TreeSet<Long>();
        for (Object entry : months) {
            var month = (Map<?, ?>) entry;
            if (kind.equals(month.get("kind")) && Places.within(String.valueOf(month.get("place")), place)) {
                paid.add(((Number) Objects.requireNonNull(month.get("month"))).longValue());
            }
        }
        return paid;
    }

    /** How many months were paid in a row up to the latest one, which must not lie further back than {@code within} months. */
    static long run(List<?> paid, long asOf, long within) {
        NavigableSet<Long> ordinals = ordinals(paid);
        long now = ordinal(asOf);
        Long latest = ordinals.floor(now);
        return latest == null || now - latest > within ? 0 : runTo(ordinals, latest);
    }

    static long longestRun(List<?> paid) {
        NavigableSet<Long> ordinals = ordinals(paid);
        return ordinals.stream()
                .filter(month -> !ordinals.contains(month + 1))
                .mapToLong(month -> runTo(ordinals, month))
                .max()
                .orElse(0);
    }

    private static long runTo(NavigableSet<Long> ordinals, long latest) {
        long month = latest;
        while (ordinals.contains(month)) {
            month--;
        }
        return latest - month;
    }

    /** The months from the first to the last, both included, that were not paid. */
    static List<Long> gaps(List<?> paid, long from, long to) {
        NavigableSet<Long> ordinals = ordinals(paid);
        return LongStream.rangeClosed(ordinal(from), ordinal(to))
                .filter(month -> !ordinals.contains(month))
                .mapToObj(month -> month / 12 * 100 + month % 12 + 1)
                .toList();
    }

    private static NavigableSet<Long> ordinals(List<?> paid) {
        var ordinals = new TreeSet<Long>();
        paid.forEach(month -> ordinals.add(ordinal(((Number) month).longValue())));
        return ordinals;
    }

    private static long ordinal(long month) {
        return month / 100 * 12 + month % 100 - 1;
    }
}
