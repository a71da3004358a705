package onepermit.exchange.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * C2SP tlog-cosignature, {@code cosignature/v1}: at this time the tree was the largest that the witness had seen of this ledger.
 *
 * @param seconds since 1970-01-01T00:00Z
 * @param signature Ed25519, 64 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Cosignature(long seconds, byte[] signature) {
    private static final int ED25519 = 64;

    /** Empty where the line does not hold a time and an Ed25519 signature. */
    static Optional<Cosignature> parse(NoteSignature line) {
        ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
        if (bytes.remaining() != Long.BYTES + ED25519) {
            return Optional.empty();
        }
        long seconds = bytes.getLong();
        byte[] signature = new byte[ED25519];
        bytes.get(signature);
        return seconds < 0 ? Optional.empty() : Optional.of(new Cosignature(seconds, signature));
    }

    /** The bytes that are signed. */
    byte[] signed(String text) {
        return signed(seconds, text);
    }

    static byte[] signed(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES + ED25519)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /** The latest instant where the seconds are beyond what an instant can say. */
    Instant time() {
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }
}
