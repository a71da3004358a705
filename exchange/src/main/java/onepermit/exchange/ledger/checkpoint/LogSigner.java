package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signs the checkpoints of one ledger, whose origin is the name of its key, and certificates of the department that keeps it. */
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

    /**
     * Signs a certificate. Its first line is no origin, so it passes for no checkpoint, and a checkpoint for no certificate.
     *
     * @param kind what is certified, in small letters and hyphens, e.g. {@code contribution}
     * @param lines none empty
     */
    public Note certify(String kind, List<String> lines) {
        if (!kind.matches("[a-z-]+") || lines.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new IllegalArgumentException("a certificate has a kind in small letters and no empty line: " + kind);
        }
        String text = verifierKey().name() + "/" + kind + "-certificate@v1\n" + String.join("\n", lines) + "\n";
        return new Note(text, List.of(key.line(key.sign(text.getBytes(StandardCharsets.UTF_8)))));
    }
}
