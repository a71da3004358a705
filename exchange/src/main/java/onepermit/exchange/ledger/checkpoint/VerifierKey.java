package onepermit.exchange.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The public key of a ledger or of a witness, known by its name; written as a C2SP signed-note vkey. */
public final class VerifierKey {
    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-fA-F]{8})\\+(.+)");
    private static final int ED25519 = Ed25519PublicKeyParameters.KEY_SIZE;

    /** What a key signs; its byte stands in the key id, so that one key cannot pass for the other. */
    public enum Kind {
        /** Ed25519 over the text of a note. */
        LOG(0x01),
        /** Ed25519 over the text and a time, {@code cosignature/v1}. */
        WITNESS(0x04);

        private final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }

        private static Optional<Kind> of(byte type) {
            return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
        }
    }

    private final String name;
    private final Kind kind;
    private final Ed25519PublicKeyParameters key;
    private final int id;

    VerifierKey(String name, Kind kind, Ed25519PublicKeyParameters key) {
        if (!Encoding.isKeyName(name)) {
            throw new IllegalArgumentException(
                    "a key's name is not empty and has neither space nor plus: \"" + name + "\"");
        }
        this.name = name;
        this.kind = kind;
        this.key = key;
        this.id = id(name, kind, key.getEncoded());
    }

    private static int id(String name, Kind kind, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(kind.type);
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@code NAME+ID+KEY}: the id in eight hexadecimal digits, the key in base64 with its kind's byte before it.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static VerifierKey parse(String vkey) {
        Matcher form = FORM.matcher(vkey);
        if (!form.matches() || !Encoding.isKeyName(form.group(1))) {
            throw refused(vkey, "expected NAME+ID+KEY, the id in 8 hexadecimal digits");
        }
        byte[] blob = Encoding.base64(form.group(3));
        if (blob == null || blob.length != 1 + ED25519) {
            throw refused(vkey, "expected a type byte and 32 bytes of key in base64");
        }
        Kind kind = Kind.of(blob[0]).orElseThrow(() -> refused(vkey, "expected type 01 (log) or 04 (witness)"));
        VerifierKey key = new VerifierKey(form.group(1), kind, point(vkey, blob));
        if (!key.hexId().equalsIgnoreCase(form.group(2))) {
            throw refused(vkey, "its id is " + key.hexId());
        }
        return key;
    }

    private static Ed25519PublicKeyParameters point(String vkey, byte[] blob) {
        try {
            return new Ed25519PublicKeyParameters(blob, 1);
        } catch (IllegalArgumentException e) {
            throw refused(vkey, "its 32 bytes are no Ed25519 public key");
        }
    }

    private static IllegalArgumentException refused(String vkey, String why) {
        return new IllegalArgumentException("the key \"" + vkey + "\" cannot be used: " + why);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    int id() {
        return id;
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    boolean sameKey(VerifierKey other) {
        return Arrays.equals(key.getEncoded(), other.key.getEncoded());
    }

    /** Whether the line says that this key made it. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether this key made a signature over the text of a note. */
    public boolean verifies(String text, NoteSignature signature) {
        if (!isNamedBy(signature)) {
            return false;
        }
        return switch (kind) {
            case LOG -> verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
            case WITNESS ->
                Cosignature.parse(signature)
                        .filter(cosignature -> verifies(cosignature.signed(text), cosignature.signature()))
                        .isPresent();
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public String toString() {
        byte[] blob = ByteBuffer.allocate(1 + ED25519)
                .put(kind.type)
                .put(key.getEncoded())
                .array();
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(blob);
    }
}
