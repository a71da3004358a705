package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signs the checkpoints of one ledger, whose origin is the name of its key. */
public final class LogSigner {
    private final SigningKey key;

    /**
     * @param origin name of the ledger
     * @param seed private key, 32 bytes
     */
    public LogSigner(String origin, byte[] seed) {
        this.key = new SigningKey(origin, VerifierKey.Kind.LOG, seed);
    }

    /** What others know it by. */
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    /** Whoever calls it has seen to it that the tree goes on from every tree signed before. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(verifierKey().name())) {
            throw new IllegalArgumentException(
                    "the key of " + verifierKey().name() + " does not sign for " + checkpoint.origin());
        }
        byte[] signature = key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return new SignedCheckpoint(checkpoint, new Note(checkpoint.text(), List.of(key.line(signature))));
    }
}
