package onepermit.exchange.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries behind the leaf hashes of a level-0 tile, as C2SP tlog-tiles serves them: each after its length, two bytes, big-endian.
 *
 * @param index as that of the tile
 * @param width entries in it: 256, or fewer in a partial bundle
 */
public record EntryBundle(long index, int width) {
    /** Bytes of an entry, at most. */
    public static final int ENTRY = 0xffff;

    private static final String PREFIX = "tile/entries/";

    public EntryBundle {
        TilePath.Place place = new TilePath.Place(index, width);
        if (place.index() > Long.MAX_VALUE / Tile.WIDTH) {
            throw new IllegalArgumentException("no bundle " + index);
        }
    }

    /** Below the prefix of a log, e.g. {@code tile/entries/x001/x234/067.p/8}. */
    public String path() {
        return PREFIX + TilePath.format(index, width);
    }

    /** @throws IllegalArgumentException for anything but the one way to write a bundle's path */
    public static EntryBundle parse(String path) {
        if (!path.startsWith(PREFIX)) {
            throw new IllegalArgumentException("expected tile/entries/INDEX, found \"" + path + "\"");
        }
        TilePath.Place place = TilePath.parse(path.substring(PREFIX.length()));
        return new EntryBundle(place.index(), place.width());
    }

    /** Index of its first leaf. */
    public long start() {
        return index * Tile.WIDTH;
    }

    /** @throws IllegalArgumentException where an entry has more than 65,535 bytes */
    public static byte[] encode(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > ENTRY) {
                throw new IllegalArgumentException("an entry has at most " + ENTRY + " bytes, not " + entry.length);
            }
            length += Short.BYTES + entry.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        entries.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
        return bytes.array();
    }

    /** @throws IllegalArgumentException where the bytes end within an entry */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            entries.add(next(rest, entries.size()));
        }
        return entries;
    }

    private static byte[] next(ByteBuffer rest, int entry) {
        int length = rest.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(rest.getShort());
        if (length < 0 || length > rest.remaining()) {
            throw new IllegalArgumentException("the bundle ends within entry " + entry);
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }
}
