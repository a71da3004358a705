package onepermit.exchange.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** Proofs of RFC 9162 from stored hashes. */
public final class Proofs {
    private final Nodes nodes;

    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The leaves from one index to another, the end excluded: one hash of a proof. */
    private record Range(long from, long to) {}

    /** Root of the tree when it had so many leaves. */
    public Hash root(long size) {
        checkSize(size);
        return size == 0
                ? TreeHasher.empty()
                : hashes(List.of(new Range(0, size))).getFirst();
    }

    /** Section 2.1.3.1: that a leaf stands at this index in the tree of that size; from the leaf's sibling to the root's child. */
    public List<Hash> inclusion(long index, long size) {
        checkSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none at index " + index);
        }
        List<Range> ranges = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = middle(from, to);
            if (index < middle) {
                ranges.add(new Range(middle, to));
                to = middle;
            } else {
                ranges.add(new Range(from, middle));
                from = middle;
            }
        }
        return hashes(ranges.reversed());
    }

    /**
     * Section 2.1.4.1: that the tree of one size is the beginning of the tree of another. Empty where the sizes are equal, and for an empty
     * tree, which begins every tree.
     */
    public List<Hash> consistency(long earlier, long later) {
        checkSize(later);
        if (earlier < 0 || earlier > later) {
            throw new IllegalArgumentException("a tree of " + later + " leaves was never one of " + earlier);
        }
        return earlier == 0 ? List.of() : hashes(between(earlier, later).reversed());
    }

    /** Its last range is the earlier tree's own right edge, unless that is the whole earlier tree, whose root the reader has. */
    private static List<Range> between(long earlier, long later) {
        List<Range> ranges = new ArrayList<>();
        long from = 0;
        long to = later;
        while (earlier < to) {
            long middle = middle(from, to);
            if (earlier <= middle) {
                ranges.add(new Range(middle, to));
                to = middle;
            } else {
                ranges.add(new Range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            ranges.add(new Range(from, to));
        }
        return ranges;
    }

    /** Where RFC 9162 divides: at the largest power of two smaller than the number of leaves. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    private List<Hash> hashes(List<Range> ranges) {
        List<List<Subtree>> parts = ranges.stream()
                .map(range -> Subtree.covering(range.from(), range.to()))
                .toList();
        List<Subtree> wanted = parts.stream().flatMap(List::stream).toList();
        List<Hash> stored = wanted.isEmpty() ? List.of() : nodes.read(wanted);
        TreeHasher hasher = new TreeHasher();
        List<Hash> hashes = new ArrayList<>(parts.size());
        int next = 0;
        for (List<Subtree> part : parts) {
            hashes.add(hasher.over(stored.subList(next, next + part.size())));
            next += part.size();
        }
        return hashes;
    }

    private static void checkSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no " + size + " leaves");
        }
    }
}
