package onepermit.exchange.ledger.checkpoint;

import onepermit.exchange.ledger.checkpoint.VerifierKey.Kind;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A private key with its name; what it signs is up to the ledger or the witness that holds it. Never printed. */
final class SigningKey {
    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifierKey;

    /** @param seed the private key of RFC 8032, 32 bytes */
    SigningKey(String name, Kind kind, byte[] seed) {
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 private key has 32 bytes, not " + seed.length);
        }
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.verifierKey = new VerifierKey(name, kind, key.generatePublicKey());
    }

    VerifierKey verifierKey() {
        return verifierKey;
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    NoteSignature line(byte[] signature) {
        return new NoteSignature(verifierKey.name(), verifierKey.id(), signature);
    }
}
