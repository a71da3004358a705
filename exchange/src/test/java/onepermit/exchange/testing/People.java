package onepermit.exchange.testing;

import java.util.Random;
import onepermit.exchange.identity.PersonKey;

/** Keys of persons who do not exist, the same for the same seed. */
public final class People {
    private final Random random;

    public People(long seed) {
        random = new Random(seed);
    }

    public PersonKey next() {
        byte[] bytes = new byte[PersonKey.LENGTH];
        random.nextBytes(bytes);
        bytes[0] = 1;
        return PersonKey.of(bytes);
    }
}
