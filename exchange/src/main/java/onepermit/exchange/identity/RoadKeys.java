package onepermit.exchange.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * Keys of persons on the road, on topics and in replicas, by version: the first is the {@link PersonKey} itself, each later one an HMAC of it
 * under a key of its own. So a dataset moves to another version without anybody's number, and who holds the exchange's key alone finds
 * nobody in it any more. Tables of a department keep the PersonKey.
 */
public final class RoadKeys {
    /** The version of datasets that were never moved. */
    public static final int FIRST = 1;

    private final Map<Integer, Mac> keyed;

    private RoadKeys(Map<Integer, Mac> keyed) {
        this.keyed = keyed;
    }

    /** @param later by version, from 2 on */
    public static RoadKeys of(Map<Integer, ExchangeKey> later) {
        Map<Integer, Mac> keyed = new TreeMap<>();
        later.forEach((version, key) -> {
            if (version <= FIRST || version > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("versions of keys on the road go from 2 to 127, not " + version);
            }
            keyed.put(version, key.macFor("onepermit road"));
        });
        return new RoadKeys(keyed);
    }

    /** @param directory holds {@code road-2.key}, {@code road-3.key} and so on, each 32 bytes in hex; none where no dataset was moved */
    public static RoadKeys in(Path directory) {
        Map<Integer, ExchangeKey> later = new HashMap<>();
        for (int version = FIRST + 1; Files.exists(file(directory, version)); version++) {
            later.put(version, ExchangeKey.read(file(directory, version)));
        }
        return of(later);
    }

    /** @throws IllegalStateException there is no key of that version */
    public void require(int version) {
        if (version != FIRST) {
            mac(version);
        }
    }

    /** @throws IllegalStateException there is no key of that version */
    public PersonKey of(int version, PersonKey person) {
        if (version == FIRST) {
            return person;
        }
        byte[] hash = ExchangeKey.copy(mac(version)).doFinal(person.bytes());
        byte[] key = new byte[PersonKey.LENGTH];
        key[0] = (byte) version;
        System.arraycopy(hash, 0, key, 1, PersonKey.LENGTH - 1);
        return PersonKey.of(key);
    }

    /** The person under every version there is. */
    public List<PersonKey> all(PersonKey person) {
        return Stream.concat(Stream.of(person), keyed.keySet().stream().map(version -> of(version, person)))
                .toList();
    }

    private Mac mac(int version) {
        Mac mac = keyed.get(version);
        if (mac == null) {
            throw new IllegalStateException("the catalogue moves a dataset to person keys of version " + version
                    + ", and there is no road-" + version + ".key beside exchange.key");
        }
        return mac;
    }

    private static Path file(Path directory, int version) {
        return directory.resolve("road-" + version + ".key");
    }
}
