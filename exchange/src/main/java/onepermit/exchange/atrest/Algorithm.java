package onepermit.exchange.atrest;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How fields are sealed. Nonces are random, 96 bits: one data key may seal 2³² fields, and is replaced long before. */
public enum Algorithm {
    /** Of the JDK. */
    AES_256_GCM("AES", 32),
    /** GB/T 32907 (SM4), of Bouncy Castle. */
    SM4_GCM("SM4", 16);

    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String cipher;
    private final int keyLength;

    Algorithm(String cipher, int keyLength) {
        this.cipher = cipher;
        this.keyLength = keyLength;
    }

    /** As settings have it: {@code aes-256-gcm}, {@code sm4-gcm}. */
    static Algorithm named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    int keyLength() {
        return keyLength;
    }

    SecretKeySpec key(byte[] bytes) {
        if (bytes.length != keyLength) {
            throw new KeyUnavailable("a data key of " + this + " has " + keyLength + " bytes, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, cipher);
    }

    /** @return ciphertext and tag */
    byte[] seal(SecretKeySpec key, byte[] nonce, byte[] context, byte[] text) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce), context, text, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param from where ciphertext and tag begin
     * @throws KeyUnavailable it was sealed under another key, for another place, or was altered
     */
    byte[] open(SecretKeySpec key, byte[] context, byte[] sealed, int nonceAt, int from) {
        byte[] nonce = Arrays.copyOfRange(sealed, nonceAt, nonceAt + NONCE);
        try {
            return run(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce), context, sealed, from);
        } catch (AEADBadTagException e) {
            throw new KeyUnavailable("a sealed field was altered or moved from its place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, SecretKeySpec key, GCMParameterSpec parameters, byte[] context, byte[] input, int from)
            throws GeneralSecurityException {
        Cipher gcm = instance();
        gcm.init(mode, key, parameters);
        gcm.updateAAD(context);
        return gcm.doFinal(input, from, input.length - from);
    }

    private Cipher instance() throws GeneralSecurityException {
        return switch (this) {
            case AES_256_GCM -> Cipher.getInstance("AES/GCM/NoPadding");
            case SM4_GCM -> Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER);
        };
    }

    /** Loaded by whoever uses it. */
    private static final class BouncyCastle {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
