package onepermit.exchange.ledger.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.function.Supplier;
import onepermit.exchange.ledger.merkle.TreeHasher;

/** Prints how many checkpoints a second one thread signs, by our key and by the JDK's Ed25519. Run by hand; nothing is asserted. */
public final class SigningSpeed {
    private static final int ROUNDS = 5;
    private static final long SECOND = 1_000_000_000L;

    private SigningSpeed() {}

    public static void main(String[] args) throws GeneralSecurityException {
        Checkpoint checkpoint = new Checkpoint(WitnessedLedger.ORIGIN, 0, TreeHasher.empty());
        LogSigner ours = new LogSigner(WitnessedLedger.ORIGIN, WitnessedLedger.seed(1));
        KeyPair theirs = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] text = new byte[checkpoint.text().length()];
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "round %d: %,9.0f checkpoints/s, JDK %,9.0f signatures/s%n",
                    round, rate(() -> ours.sign(checkpoint)), rate(() -> sign(theirs, text)));
        }
    }

    private static byte[] sign(KeyPair pair, byte[] text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(Supplier<Object> work) {
        long began = System.nanoTime();
        long done = 0;
        long kept = 0;
        while (System.nanoTime() - began < SECOND) {
            kept += work.get().hashCode();
            done++;
        }
        return done * (double) SECOND / (System.nanoTime() - began) + (kept == 0 ? 1e-9 : 0);
    }
}
