package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import onepermit.exchange.ledger.merkle.Hash;

/**
 * What a ledger lays before a witness: the body of {@code add-checkpoint} of C2SP tlog-witness.
 *
 * @param from size of the tree that the witness cosigned last, 0 for none
 * @param proof that the tree of that size is the beginning of the checkpoint's
 */
public record Offer(long from, List<Hash> proof, SignedCheckpoint checkpoint) {
    private static final String OLD = "old";
    private static final int PROOF = 63;

    public Offer {
        proof = List.copyOf(proof);
        if (from < 0 || proof.size() > PROOF) {
            throw new IllegalArgumentException("no offer from size " + from + " with " + proof.size() + " hashes");
        }
    }

    /** @throws MalformedText unless it is written as {@link #toString} writes it */
    public static Offer parse(byte[] offer) {
        Lines lines = Lines.of(offer, Note.BYTES);
        long from = lines.number(lines.after(OLD, "old SIZE"), "the size cosigned last");
        List<Hash> proof = lines.hashes(PROOF);
        return new Offer(from, proof, SignedCheckpoint.parseRest(lines));
    }

    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(OLD + " ").append(from).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
