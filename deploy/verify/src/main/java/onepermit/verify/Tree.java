package onepermit.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** Hashes of RFC 9162. */
final class Tree {
    private Tree() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(byte[] bytes) {
        return sha256(new byte[] {0}, bytes);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /**
     * The root that a leaf and its inclusion proof lead to; empty where the proof has not the length that index and size ask for. The
     * lower hashes of a proof are siblings on either side, as the bits of the index say; above them the leaf's subtree is the last of
     * its level, and every sibling stands left.
     */
    static Optional<byte[]> root(byte[] leaf, long index, long size, List<byte[]> path) {
        int either = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        int left = Long.bitCount(index >>> either);
        if (path.size() != either + left) {
            return Optional.empty();
        }
        byte[] hash = leaf;
        for (int level = 0; level < path.size(); level++) {
            boolean siblingIsRight = level < either && (index >>> level & 1) == 0;
            hash = siblingIsRight ? node(hash, path.get(level)) : node(path.get(level), hash);
        }
        return Optional.of(hash);
    }
}
