package onepermit.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An Ed25519 key that is trusted, by its name.
 *
 * @param type 1 for a log, 4 for a witness
 * @param id first four bytes of SHA-256(name ‖ newline ‖ type ‖ key)
 * @param bytes of the public key, 32
 */
@SuppressWarnings("ArrayRecordComponent")
record Key(String name, byte type, byte[] id, byte[] bytes) {
    static final byte LOG = 1;
    static final byte WITNESS = 4;
    static final int ID = 4;
    private static final int SIZE = 32;
    private static final int TIME = 8;
    /** SubjectPublicKeyInfo of RFC 8410, all before the key itself. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** {@code NAME+ID+KEY}; empty unless the id is the one that name, type and key have. */
    static Optional<Key> parse(String vkey, byte type) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length < 3 || !Text.isKeyName(parts[0]) || !parts[1].matches("[0-9a-fA-F]{8}")) {
            return Optional.empty();
        }
        return Text.base64(parts[2])
                .filter(blob -> blob.length == 1 + SIZE && blob[0] == type)
                .map(blob -> new Key(parts[0], type, id(parts[0], blob), Arrays.copyOfRange(blob, 1, blob.length)))
                .filter(key -> HexFormat.of().formatHex(key.id).equalsIgnoreCase(parts[1]));
    }

    private static byte[] id(String name, byte[] typeAndKey) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        named.writeBytes(typeAndKey);
        return Arrays.copyOf(Tree.sha256(named.toByteArray()), ID);
    }

    boolean isNamedBy(Receipt.Signature signature) {
        return name.equals(signature.name()) && Arrays.equals(id, signature.keyId());
    }

    /** Whether it made the signature over the text, or as a witness over the text and a time. */
    boolean verifies(String text, Receipt.Signature signature) {
        byte[] blob = signature.bytes();
        if (type == LOG) {
            return ed25519(text, blob);
        }
        return blob.length > TIME
                && seconds(signature) >= 0
                && ed25519(
                        "cosignature/v1\ntime " + seconds(signature) + "\n" + text,
                        Arrays.copyOfRange(blob, TIME, blob.length));
    }

    /** When a witness made it, in seconds since 1970. */
    static long seconds(Receipt.Signature signature) {
        return ByteBuffer.wrap(signature.bytes()).getLong();
    }

    private boolean ed25519(String message, byte[] signature) {
        try {
            byte[] spki = Arrays.copyOf(SPKI, SPKI.length + SIZE);
            System.arraycopy(bytes, 0, spki, SPKI.length, SIZE);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }
}
