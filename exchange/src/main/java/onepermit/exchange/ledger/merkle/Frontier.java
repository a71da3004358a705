package onepermit.exchange.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that appending needs of a tree: its size and the hashes of the largest complete subtrees, one for each bit of the size that is set.
 * It never changes: appending returns another, so a commit that failed leaves the old one right.
 */
public final class Frontier {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> peaks;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /**
     * What {@link #toBytes} wrote: the size as eight bytes, big-endian, then the hashes, the largest subtree first.
     *
     * @throws IllegalArgumentException where there are more or fewer hashes than the size asks for
     */
    public static Frontier parse(byte[] stored) {
        if (stored.length < Long.BYTES) {
            throw new IllegalArgumentException("a frontier begins with 8 bytes of size, here are " + stored.length);
        }
        long size = ByteBuffer.wrap(stored).getLong();
        int expected = Long.BYTES + Long.bitCount(size) * Hash.LENGTH;
        if (size < 0 || stored.length != expected) {
            throw new IllegalArgumentException("a frontier of size " + Long.toUnsignedString(size) + " has " + expected
                    + " bytes, here are " + stored.length);
        }
        List<Hash> peaks = new ArrayList<>();
        for (int at = Long.BYTES; at < stored.length; at += Hash.LENGTH) {
            peaks.add(Hash.at(stored, at));
        }
        return new Frontier(size, List.copyOf(peaks));
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH);
        bytes.putLong(size);
        peaks.forEach(peak -> bytes.put(peak.shared()));
        return bytes.array();
    }

    /** Leaves in the tree. */
    public long size() {
        return size;
    }

    public Hash root() {
        return peaks.isEmpty() ? TreeHasher.empty() : new TreeHasher().over(peaks);
    }

    /**
     * The tree with more leaves.
     *
     * @param leaves their hashes, as {@link TreeHasher#leaf} makes them
     * @param sink hears of what became complete
     */
    public Frontier append(List<Hash> leaves, NodeSink sink) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> open = new ArrayList<>(peaks);
        long next = size;
        for (Hash leaf : leaves) {
            open.add(climb(hasher, open, next++, leaf, sink));
        }
        return new Frontier(next, List.copyOf(open));
    }

    /** Joins a leaf with the peaks that it makes whole; they leave the list. */
    private static Hash climb(TreeHasher hasher, List<Hash> open, long index, Hash leaf, NodeSink sink) {
        sink.completed(new Subtree(0, index), leaf);
        Hash hash = leaf;
        for (int level = 0; (index >>> level & 1) == 1; level++) {
            hash = hasher.node(open.removeLast(), hash);
            sink.completed(new Subtree(level + 1, index >>> (level + 1)), hash);
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier frontier && size == frontier.size && peaks.equals(frontier.peaks);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + peaks.hashCode();
    }

    @Override
    public String toString() {
        return size + " leaves, root " + root();
    }
}
