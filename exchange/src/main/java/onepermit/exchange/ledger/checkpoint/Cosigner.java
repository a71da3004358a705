package onepermit.exchange.ledger.checkpoint;

import java.time.Instant;

/** Makes the cosignatures of a witness. What may be cosigned is judged by {@link Witness}. */
public final class Cosigner {
    private final SigningKey key;

    /**
     * @param name of the witness
     * @param seed private key, 32 bytes, used for nothing else: what is signed does not hold the name
     */
    public Cosigner(String name, byte[] seed) {
        this.key = new SigningKey(name, VerifierKey.Kind.WITNESS, seed);
    }

    /** What others know it by. */
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException("a cosignature has no time before 1970: " + time);
        }
        byte[] signature = key.sign(Cosignature.signed(seconds, checkpoint.text()));
        return key.line(new Cosignature(seconds, signature).toBytes());
    }
}
