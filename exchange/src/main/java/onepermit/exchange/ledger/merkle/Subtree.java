package onepermit.exchange.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree: the leaves {@code index * 2^level} to {@code (index + 1) * 2^level}, the end excluded. Once its last leaf is there
 * its hash never changes.
 *
 * @param level 0 for a leaf, at most 62
 * @param index its place among the subtrees of its level, from 0
 */
public record Subtree(int level, long index) {
    private static final int HIGHEST = 62;

    public Subtree {
        if (level < 0 || level > HIGHEST || index < 0 || index > (Long.MAX_VALUE >>> level)) {
            throw new IllegalArgumentException("no subtree at level " + level + ", index " + index);
        }
    }

    /** Index of its first leaf. */
    public long start() {
        return index << level;
    }

    /** Whether a tree of so many leaves has all of it. */
    public boolean isCompleteIn(long size) {
        return index < size >>> level;
    }

    /** The largest complete subtrees that together are the leaves from one index to another, left to right. */
    static List<Subtree> covering(long from, long to) {
        List<Subtree> subtrees = new ArrayList<>();
        long next = from;
        while (next < to) {
            int fits = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - next);
            int level = Math.min(fits, Long.numberOfTrailingZeros(next));
            subtrees.add(new Subtree(level, next >>> level));
            next += 1L << level;
        }
        return subtrees;
    }
}
