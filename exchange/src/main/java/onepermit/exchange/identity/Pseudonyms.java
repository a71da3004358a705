package onepermit.exchange.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/**
 * Persons as organisations outside the exchange know them: of one person each organisation has another pseudonym, and without the exchange's
 * key nobody finds the one from the other.
 */
public final class Pseudonyms {
    /** Tells a pseudonym from a {@link PersonKey}, whose first byte is the version of the exchange's key. */
    static final byte MARK = (byte) (0x80 | ExchangeKey.VERSION);

    private final Mac keyed;

    public Pseudonyms(ExchangeKey key) {
        this.keyed = key.macFor("onepermit pseudonym");
    }

    /**
     * @param organisation as agreements call it
     * @return as long as a person key, and the same whenever the same organisation sees the same person
     */
    public byte[] of(String organisation, byte[] person) {
        byte[] name = organisation.getBytes(StandardCharsets.UTF_8);
        Mac mac = ExchangeKey.copy(keyed);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
        mac.update(name);
        byte[] hash = mac.doFinal(person);
        byte[] pseudonym = new byte[PersonKey.LENGTH];
        pseudonym[0] = MARK;
        System.arraycopy(hash, 0, pseudonym, 1, PersonKey.LENGTH - 1);
        return pseudonym;
    }
}
