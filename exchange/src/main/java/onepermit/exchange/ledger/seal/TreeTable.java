package onepermit.exchange.ledger.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.ledger.Origin;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.Proofs;
import onepermit.exchange.ledger.merkle.Tile;
import onepermit.exchange.ledger.merkle.TileNodes;
import onepermit.exchange.ledger.merkle.Tiles;
import onepermit.exchange.ledger.seal.GrowingTiles.Place;
import onepermit.exchange.ledger.seal.GrowingTiles.Stored;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored tree of one origin. */
public final class TreeTable implements Tiles {
    private final Origin of;
    private final String origin;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** A leaf as it stands in the table; its index is that in the tree. */
    @SuppressWarnings("ArrayRecordComponent")
    record StoredLeaf(long index, byte[] bytes) {}

    public TreeTable(Origin of, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.of = of;
        this.origin = of.name();
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public String origin() {
        return origin;
    }

    /** What was sealed last. */
    public Frontier frontier() {
        return first(jdbc.query(
                        "SELECT frontier FROM ledger_tree WHERE origin = ?",
                        (row, number) -> Frontier.parse(row.getBytes(1)),
                        origin))
                .orElse(Frontier.EMPTY);
    }

    /** Committed leaves from an index on, in their order. */
    List<StoredLeaf> leaves(long from, int atMost) {
        return jdbc.query(
                "SELECT index, leaf FROM ledger_leaf WHERE index >= ? AND index < ? ORDER BY index LIMIT ?",
                (row, number) -> new StoredLeaf(row.getLong(1) - of.first(), row.getBytes(2)),
                of.first() + from,
                of.end(),
                atMost);
    }

    /** Stored leaves from an index on, up to the first that is missing. */
    public List<byte[]> sealed(long from, int atMost) {
        List<byte[]> found = new ArrayList<>(atMost);
        for (StoredLeaf leaf : leaves(from, atMost)) {
            if (leaf.index() != from + found.size()) {
                break;
            }
            found.add(leaf.bytes());
        }
        return found;
    }

    /** Leaves appended, sealed or not. */
    public long appended() {
        long next = first(jdbc.queryForList("SELECT next_index FROM ledger_head", Long.class))
                .orElse(0L);
        return Math.min(next, of.end()) - of.first();
    }

    /** The partial tiles of a tree, none wider than the tree has it. */
    Map<Place, byte[]> partial(long size) {
        Map<Place, byte[]> tiles = new HashMap<>();
        Tile.partial(size)
                .forEach(tile -> tiles.put(
                        new Place(tile.level(), tile.index()), Arrays.copyOf(read(tile), tile.width() * Hash.LENGTH)));
        return tiles;
    }

    @Override
    public byte[] read(Tile tile) {
        byte[] hashes = tile(tile.level(), tile.index()).orElse(new byte[0]);
        if (hashes.length < tile.width() * Hash.LENGTH) {
            throw new IllegalStateException(tile.path() + " of " + origin + " is not stored");
        }
        return hashes;
    }

    /** As wide as it is. */
    public Optional<byte[]> tile(int level, long index) {
        return first(jdbc.queryForList(
                "SELECT hashes FROM ledger_tile WHERE origin = ? AND level = ? AND index = ?",
                byte[].class,
                origin,
                level,
                index));
    }

    /** Proofs in the tree when it had so many leaves. */
    public Proofs proofs(long size) {
        return new Proofs(new TileNodes(this, size));
    }

    /** The leaf at an index. */
    public Optional<byte[]> leaf(long index) {
        return leaves(index, 1).stream()
                .filter(leaf -> leaf.index() == index)
                .map(StoredLeaf::bytes)
                .findFirst();
    }

    /** The largest tree that was signed. */
    public Optional<SignedCheckpoint> latest() {
        return first(jdbc.query(
                "SELECT note FROM ledger_checkpoint WHERE origin = ? ORDER BY size DESC LIMIT 1",
                (row, number) -> SignedCheckpoint.parse(row.getBytes(1)),
                origin));
    }

    /** Stores a seal whole, or nothing: false if another has sealed meanwhile. */
    boolean store(Frontier before, Frontier after, List<Stored> tiles, SignedCheckpoint checkpoint) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!advance(before, after)) {
                status.setRollbackOnly();
                return false;
            }
            jdbc.batchUpdate(
                    """
                    INSERT INTO ledger_tile (origin, level, index, hashes) VALUES (?, ?, ?, ?)
                    ON CONFLICT (origin, level, index) DO UPDATE SET hashes = excluded.hashes""",
                    tiles.stream()
                            .map(tile -> new Object[] {
                                origin, tile.at().level(), tile.at().index(), tile.hashes()
                            })
                            .toList());
            jdbc.update(
                    "INSERT INTO ledger_checkpoint (origin, size, note) VALUES (?, ?, ?)",
                    origin,
                    after.size(),
                    checkpoint.toBytes());
            return true;
        }));
    }

    private boolean advance(Frontier before, Frontier after) {
        if (before.size() > 0) {
            return jdbc.update(
                            "UPDATE ledger_tree SET size = ?, frontier = ? WHERE origin = ? AND frontier = ?",
                            after.size(),
                            after.toBytes(),
                            origin,
                            before.toBytes())
                    == 1;
        }
        return jdbc.update(
                        "INSERT INTO ledger_tree (origin, size, frontier) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        origin,
                        after.size(),
                        after.toBytes())
                == 1;
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }
}
