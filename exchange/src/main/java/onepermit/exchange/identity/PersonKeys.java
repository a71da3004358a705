package onepermit.exchange.identity;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/** Makes person keys: the only place where a citizen ID becomes a pseudonym. */
public final class PersonKeys {
    private final Mac keyed;

    public PersonKeys(ExchangeKey key) {
        this.keyed = key.macFor("onepermit person");
    }

    public PersonKey of(CitizenId id) {
        byte[] hash = ExchangeKey.copy(keyed).doFinal(id.value().getBytes(StandardCharsets.US_ASCII));
        byte[] key = new byte[PersonKey.LENGTH];
        key[0] = ExchangeKey.VERSION;
        System.arraycopy(hash, 0, key, 1, PersonKey.LENGTH - 1);
        return PersonKey.of(key);
    }
}
