package onepermit.exchange.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The exchange's secret, from which every pseudonym and tag is derived; never prints itself. */
public final class ExchangeKey {
    /** Version of the key that new pseudonyms carry. A rotation is a new generation of topics. */
    public static final byte VERSION = 1;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final byte[] secret;

    private ExchangeKey(byte[] secret) {
        this.secret = secret;
    }

    /** @param directory holds {@code exchange.key}: 32 bytes in hex */
    public static ExchangeKey in(Path directory) {
        return read(directory.resolve("exchange.key"));
    }

    /** @param file 32 bytes in hex */
    static ExchangeKey read(Path file) {
        try {
            return of(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cannot read " + file + "; expected " + LENGTH
                            + " bytes in hex. onepermit.keys.directory names its folder",
                    e);
        }
    }

    public static ExchangeKey of(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("expected " + LENGTH + " bytes, found " + secret.length);
        }
        return new ExchangeKey(secret.clone());
    }

    /** A key of its own for each use, so that what is learned of one tells nothing of another. */
    Mac macFor(String use) {
        byte[] derived = mac(secret).doFinal(use.getBytes(StandardCharsets.UTF_8));
        return mac(derived);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Mac keeps state: every computation takes a copy, which is cheaper than keying a new one. */
    static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "ExchangeKey[…]";
    }
}
