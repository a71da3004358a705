package onepermit.exchange.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import onepermit.exchange.identity.PersonKey;

/** The key of an agreement on the road, which knows facts by person: of a key version that no person's key has, so it is never taken for one. */
public final class AgreementKey {
    /** The highest there is: agreements are the end of every table that is sorted by person. */
    static final byte VERSION = (byte) 0xff;

    private AgreementKey() {}

    public static PersonKey of(String agreementId) {
        byte[] key = new byte[PersonKey.LENGTH];
        key[0] = VERSION;
        System.arraycopy(sha256(agreementId), 0, key, 1, PersonKey.LENGTH - 1);
        return PersonKey.of(key);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
