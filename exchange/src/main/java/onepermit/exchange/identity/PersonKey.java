package onepermit.exchange.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The pseudonym of a person inside the exchange: key version and the first 16 bytes of HMAC-SHA256 of the citizen ID. */
public final class PersonKey implements Comparable<PersonKey> {
    public static final int LENGTH = 17;

    private final byte[] bytes;

    private PersonKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static PersonKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a person key has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new PersonKey(bytes.clone());
    }

    /** Empty for anything but the hexadecimal digits of a key. */
    public static Optional<PersonKey> ofHex(String hex) {
        return hex.matches("[0-9a-f]{" + 2 * LENGTH + "}")
                ? Optional.of(new PersonKey(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The partition of this person in a topic; the same for every fact, so that a person's facts keep their order. */
    public int partition(int partitions) {
        return Math.floorMod(spread(), partitions);
    }

    @Override
    public int compareTo(PersonKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonKey key && Arrays.equals(bytes, key.bytes);
    }

    /** Any four bytes of an HMAC are spread as well as all of them. */
    @Override
    public int hashCode() {
        return spread();
    }

    private int spread() {
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
    }

    @Override
    public String toString() {
        return hex();
    }
}
