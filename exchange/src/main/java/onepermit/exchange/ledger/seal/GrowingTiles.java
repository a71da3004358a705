package onepermit.exchange.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.NodeSink;
import onepermit.exchange.ledger.merkle.Subtree;
import onepermit.exchange.ledger.merkle.Tile;

/** The tiles that more leaves change: the partial ones of before as far as they grow, and those that begin. */
final class GrowingTiles implements NodeSink {
    private final Map<Place, byte[]> before;
    private final Map<Place, ByteArrayOutputStream> grown = new HashMap<>();

    /** Where a tile stands. */
    record Place(int level, long index) {}

    /** A tile as it is to be stored. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(Place at, byte[] hashes) {}

    /** @param before the partial tiles, each as wide as the tree has it */
    GrowingTiles(Map<Place, byte[]> before) {
        this.before = Map.copyOf(before);
    }

    @Override
    public void completed(Subtree at, Hash hash) {
        if (at.level() % Tile.HEIGHT == 0) {
            Place place = new Place(at.level() / Tile.HEIGHT, at.index() / Tile.WIDTH);
            grown.computeIfAbsent(place, this::begun).writeBytes(hash.bytes());
        }
    }

    private ByteArrayOutputStream begun(Place place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Tile.WIDTH * Hash.LENGTH);
        bytes.writeBytes(before.getOrDefault(place, new byte[0]));
        return bytes;
    }

    List<Stored> stored() {
        return grown.entrySet().stream()
                .map(tile -> new Stored(tile.getKey(), tile.getValue().toByteArray()))
                .toList();
    }
}
