package onepermit.education.ranking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The lottery: an application's lot is the SHA-256 of the seed followed by its number, so that anyone can draw it again. */
final class Lots {
    private final byte[] seed;
    private final MessageDigest sha256;

    /** @param seed hex */
    Lots(String seed) {
        this.seed = HexFormat.of().parseHex(seed);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] of(String number) {
        sha256.update(seed);
        return sha256.digest(number.getBytes(StandardCharsets.UTF_8));
    }
}
