package onepermit.exchange.ledger.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The hashes of subtrees from tiles: those between two levels of tiles are hashed together from the lower one. */
public final class TileNodes implements Nodes {
    private final Tiles tiles;
    private final long size;

    /** @param size leaves of the tree whose tiles are there */
    public TileNodes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public List<Hash> read(List<Subtree> wanted) {
        Map<Tile, byte[]> read = new HashMap<>();
        TreeHasher hasher = new TreeHasher();
        return wanted.stream()
                .map(subtree -> hash(hasher, subtree, read.computeIfAbsent(Tile.holding(subtree, size), this::tile)))
                .toList();
    }

    private byte[] tile(Tile tile) {
        byte[] bytes = tiles.read(tile);
        if (bytes.length < tile.width() * Hash.LENGTH) {
            throw new IllegalStateException(
                    tile.path() + " has " + bytes.length + " bytes, not " + tile.width() + " hashes of " + Hash.LENGTH);
        }
        return bytes;
    }

    private static Hash hash(TreeHasher hasher, Subtree subtree, byte[] tile) {
        int hashes = 1 << (subtree.level() % Tile.HEIGHT);
        int first = (int) (subtree.index() * hashes % Tile.WIDTH);
        return hasher.overEqual(IntStream.range(first, first + hashes)
                .mapToObj(i -> Hash.at(tile, i * Hash.LENGTH))
                .toList());
    }
}
