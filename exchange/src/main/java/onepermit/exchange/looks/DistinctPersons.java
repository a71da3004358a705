package onepermit.exchange.looks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import onepermit.exchange.identity.PersonKey;

/**
 * Counts distinct persons, within a few in a hundred, without remembering any: linear counting (Whang and others, 1990) in eight bits for each
 * person that may be counted.
 */
final class DistinctPersons {
    private static final int BITS_A_PERSON = 8;
    private static final int LEAST_BITS = 1024;

    private final long bits;
    private final AtomicLongArray words;
    private final AtomicInteger set = new AtomicInteger();

    DistinctPersons(int most) {
        bits = Math.max(LEAST_BITS, (long) most * BITS_A_PERSON);
        words = new AtomicLongArray(Math.toIntExact((bits + 63) / 64));
    }

    /** Any four bytes of a key are spread as well as all of them. */
    void add(PersonKey person) {
        long bit = (person.hashCode() & 0xffff_ffffL) * bits >>> 32;
        long mask = 1L << bit;
        int word = (int) (bit / 64);
        if ((words.get(word) & mask) == 0 && (words.getAndAccumulate(word, mask, (a, b) -> a | b) & mask) == 0) {
            set.incrementAndGet();
        }
    }

    int count() {
        double empty = 1 - (double) set.get() / bits;
        return empty <= 0 ? Integer.MAX_VALUE : (int) Math.round(-bits * Math.log(empty));
    }
}
