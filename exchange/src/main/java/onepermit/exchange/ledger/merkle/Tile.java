package onepermit.exchange.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A tile of C2SP tlog-tiles: up to 256 neighbouring hashes of one level of the tree; the hash of a full tile stands in the level above.
 *
 * @param level 0 holds leaf hashes, each further one stands 8 levels of the tree higher; at most 7
 * @param index its place in the level, from 0
 * @param width hashes in it: 256, or fewer in a partial tile
 */
public record Tile(int level, long index, int width) {
    public static final int HEIGHT = 8;
    public static final int WIDTH = TilePath.WIDTH;
    private static final int HIGHEST = 7;
    private static final String PREFIX = "tile/";

    public Tile {
        if (level < 0 || level > HIGHEST || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile at level " + level + ", index " + index + ", width " + width);
        }
    }

    /** Below the prefix of a log, e.g. {@code tile/0/x001/x234/067.p/8}. */
    public String path() {
        return PREFIX + level + "/" + TilePath.format(index, width);
    }

    /** @throws IllegalArgumentException for anything but the one way to write a tile's path */
    public static Tile parse(String path) {
        if (!path.matches("tile/[0-7]/.*")) {
            throw new IllegalArgumentException(
                    "expected tile/LEVEL/INDEX with a level from 0 to 7, found \"" + path + "\"");
        }
        TilePath.Place place = TilePath.parse(path.substring(PREFIX.length() + 2));
        return new Tile(path.charAt(PREFIX.length()) - '0', place.index(), place.width());
    }

    public boolean partial() {
        return width < WIDTH;
    }

    /** Its hashes, left to right. */
    public List<Subtree> hashes() {
        return LongStream.range(0, width)
                .mapToObj(i -> new Subtree(level * HEIGHT, index * WIDTH + i))
                .toList();
    }

    /** Full tiles that became full between two sizes of the tree, lower levels first. */
    public static List<Tile> completed(long earlier, long later) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level <= HIGHEST; level++) {
            long before = full(level, earlier);
            long after = full(level, later);
            for (long index = before; index < after; index++) {
                tiles.add(new Tile(level, index, WIDTH));
            }
        }
        return tiles;
    }

    /** The partial tiles of a tree of so many leaves: at most one of a level, and none that is empty. */
    public static List<Tile> partial(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level <= HIGHEST; level++) {
            int width = (int) (hashes(level, size) % WIDTH);
            if (width > 0) {
                tiles.add(new Tile(level, full(level, size), width));
            }
        }
        return tiles;
    }

    /** The tile, as wide as a tree of this size has it, that holds a subtree's hash or the hashes it is made of. */
    static Tile holding(Subtree subtree, long size) {
        if (!subtree.isCompleteIn(size)) {
            throw new IllegalStateException("a tree of " + size + " leaves does not have " + subtree + " whole");
        }
        int level = subtree.level() / HEIGHT;
        long index = subtree.start() >>> (level * HEIGHT) >>> HEIGHT;
        long width = Math.min(WIDTH, hashes(level, size) - index * WIDTH);
        return new Tile(level, index, (int) width);
    }

    private static long hashes(int level, long size) {
        return size >>> (level * HEIGHT);
    }

    private static long full(int level, long size) {
        return hashes(level, size) >>> HEIGHT;
    }
}
