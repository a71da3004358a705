package onepermit.exchange.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /** Places of evidence given by its indexes as found. */
    List<Integer> places(BitSet found) {
        var taken = new BitSet(places.length);
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            taken.set(places[i]);
        }
        var inOrder = new ArrayList<Integer>(taken.cardinality());
        for (int place = taken.nextSetBit(0); place >= 0; place = taken.nextSetBit(place + 1)) {
            inOrder.add(place);
        }
        return inOrder;
    }
}
