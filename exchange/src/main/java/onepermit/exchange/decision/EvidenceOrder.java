package onepermit.exchange.decision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import onepermit.exchange.v1.Evidence;

/** Puts evidence into one order, whatever the order in which it was found, so that the same facts give the same body. */
final class EvidenceOrder {
    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::getSubject)
            .thenComparing(Evidence::getDataset)
            .thenComparing(Evidence::getFactId)
            .thenComparing(Evidence::getIncarnation)
            .thenComparing(Evidence::getVersion)
            .thenComparing(Evidence::getOrigin)
            .thenComparing(Evidence::getValue);

    private final List<Evidence> sorted;
    private final int[] places;

    EvidenceOrder(List<Evidence> found) {
        int[] order = IntStream.range(0, found.size())
                .boxed()
                .sorted(Comparator.comparing(found::get, ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        sorted = Arrays.stream(order).mapToObj(found::get).toList();
        places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
    }

    List<Evidence> sorted() {
        return sorted;
    }

    /** Of evidence by its index as found. */
    List<Integer> indexes(int[] found) {
        return Arrays.stream(found)
                .map(i -> places[i])
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }
}
