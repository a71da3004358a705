package onepermit.exchange.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The recursive definitions of RFC 9162, word for word and without any cleverness: what the rest is compared with. */
final class NaiveTree {
    private record Range(int from, int to) {}

    private final TreeHasher hasher = new TreeHasher();
    private final Map<Range, Hash> known = new HashMap<>();

    static byte[] entry(int index) {
        return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
    }

    List<Hash> leaves(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> hasher.leaf(entry(i))).toList();
    }

    /** MTH(D[0:n]). */
    Hash root(int size) {
        return size == 0 ? TreeHasher.empty() : hash(0, size);
    }

    /** MTH(D[from:to]). */
    Hash hash(int from, int to) {
        Range range = new Range(from, to);
        Hash before = known.get(range);
        if (before != null) {
            return before;
        }
        Hash hash = to - from == 1
                ? hasher.leaf(entry(from))
                : hasher.node(hash(from, from + half(to - from)), hash(from + half(to - from), to));
        known.put(range, hash);
        return hash;
    }

    /** PATH(m, D[from:to]). */
    List<Hash> path(int index, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int middle = from + half(to - from);
        return index < middle
                ? and(path(index, from, middle), hash(middle, to))
                : and(path(index, middle, to), hash(from, middle));
    }

    /** SUBPROOF(m, D[from:to], whole). */
    List<Hash> subproof(int size, int from, int to, boolean whole) {
        if (size == to - from) {
            return whole ? List.of() : List.of(hash(from, to));
        }
        int half = half(to - from);
        return size <= half
                ? and(subproof(size, from, from + half, whole), hash(from + half, to))
                : and(subproof(size - half, from + half, to, false), hash(from, from + half));
    }

    /** Stored hashes of all complete subtrees, as appending one by one leaves them. */
    static Map<Subtree, Hash> stored(int size) {
        Map<Subtree, Hash> stored = new HashMap<>();
        Frontier.EMPTY.append(new NaiveTree().leaves(0, size), stored::put);
        return stored;
    }

    static Nodes nodes(Map<Subtree, Hash> stored) {
        return wanted -> wanted.stream()
                .map(subtree -> {
                    Hash hash = stored.get(subtree);
                    if (hash == null) {
                        throw new IllegalStateException(subtree + " is not there");
                    }
                    return hash;
                })
                .toList();
    }

    private static int half(int size) {
        int half = 1;
        while (half * 2 < size) {
            half *= 2;
        }
        return half;
    }

    private static List<Hash> and(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
