package onepermit.exchange.ledger.merkle;

import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash: 32 bytes that nobody changes. */
public final class Hash {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The 32 bytes from an offset on. */
    public static Hash at(byte[] bytes, int offset) {
        if (offset < 0 || offset + LENGTH > bytes.length) {
            throw new IllegalArgumentException(
                    "no hash of " + LENGTH + " bytes at offset " + offset + " of " + bytes.length);
        }
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Of bytes that their maker forgets. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In base64, as notes and proofs write it. */
    @Override
    public String toString() {
        return base64();
    }
}
