package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.Verdict;
import onepermit.exchange.ledger.merkle.Verification;

/**
 * A C2SP tlog-proof: all that is needed, beside the leaf and the keys to trust, to see that the leaf stands in a ledger.
 *
 * @param extra what the application adds, by nobody's signature: here the leaf itself, which the proof then proves
 * @param index of the leaf
 * @param path inclusion proof, from the leaf's sibling to the root's child
 * @param checkpoint of a tree that has the leaf
 */
public record TlogProof(Optional<Extra> extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra";
    private static final String INDEX = "index";
    /** A tree of 2^63 - 1 leaves has no longer path. */
    private static final int PATH = 63;

    /** Bytes that nobody signed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Extra(byte[] bytes) {}

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > PATH) {
            throw new IllegalArgumentException("no proof of index " + index + " with " + path.size() + " hashes");
        }
    }

    /** @throws MalformedText unless it is written as {@link #toString} writes it */
    public static TlogProof parse(byte[] proof) {
        Lines lines = Lines.of(proof, Note.BYTES);
        if (!lines.next(HEADER).equals(HEADER)) {
            throw lines.wrong(HEADER);
        }
        Optional<Extra> extra = lines.nextStartsWith(EXTRA) ? Optional.of(extra(lines)) : Optional.empty();
        long index = lines.number(lines.after(INDEX, "index NUMBER"), "the index of the leaf");
        List<Hash> path = lines.hashes(PATH);
        return new TlogProof(extra, index, path, SignedCheckpoint.parseRest(lines));
    }

    private static Extra extra(Lines lines) {
        byte[] bytes = Encoding.base64(lines.after(EXTRA, "extra BASE64"));
        if (bytes == null) {
            throw lines.wrong("extra BASE64");
        }
        return new Extra(bytes);
    }

    /**
     * Whether the checkpoint's tree has the leaf at the index; whether the checkpoint is to be trusted says {@link TrustPolicy}.
     *
     * @param leaf its hash
     */
    public Verdict check(Hash leaf) {
        Checkpoint tree = checkpoint.checkpoint();
        return Verification.inclusion(leaf, index, tree.size(), path, tree.root());
    }

    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(bytes -> text.append(EXTRA + " ")
                .append(Base64.getEncoder().encodeToString(bytes.bytes()))
                .append('\n'));
        text.append(INDEX + " ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
