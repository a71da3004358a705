package onepermit.exchange.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes of RFC 9162 section 2.1.1 over SHA-256. Not for several threads at once. */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    public TreeHasher() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Root of the tree without leaves: SHA-256 of nothing. */
    public static Hash empty() {
        return Hash.owning(new TreeHasher().sha256.digest());
    }

    /** SHA-256(0x00 ‖ entry). */
    public Hash leaf(byte[] entry) {
        sha256.update(LEAF);
        return Hash.owning(sha256.digest(entry));
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.shared());
        return Hash.owning(sha256.digest(right.shared()));
    }

    /** Root over neighbouring complete subtrees, the largest first. */
    Hash over(List<Hash> subtrees) {
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }

    /** Root over a power of two of equal neighbours. */
    Hash overEqual(List<Hash> equals) {
        if (equals.size() == 1) {
            return equals.getFirst();
        }
        int half = equals.size() / 2;
        return node(overEqual(equals.subList(0, half)), overEqual(equals.subList(half, equals.size())));
    }
}
