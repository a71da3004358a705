package onepermit.exchange.ledger.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.NodeSink;
import onepermit.exchange.ledger.merkle.Tile;
import onepermit.exchange.ledger.merkle.TreeHasher;
import onepermit.exchange.ledger.seal.TreeTable.StoredLeaf;

/**
 * Finds the first stored leaf that is not what was sealed. Leaves are hashed anew and compared with the level-0 tiles; where somebody
 * changed both, the root is no longer the one that witnesses cosigned.
 */
public final class LedgerAudit {
    private final TreeTable tree;

    /** What an audit came to. */
    public record Outcome(long leaves, long cosigned, Optional<Finding> finding) {}

    /**
     * What is wrong.
     *
     * @param index of the first broken leaf, -1 where leaves and tree were changed alike
     * @param sealed the hash that was sealed
     * @param stored the hash of what is stored; empty where nothing is
     */
    public record Finding(long index, String sealed, String stored, String text) {}

    public LedgerAudit(TreeTable tree) {
        this.tree = tree;
    }

    /** @param cosigned the largest checkpoint whose cosignatures were verified */
    public Outcome audit(Optional<SignedCheckpoint> cosigned) {
        Optional<Checkpoint> witnessed = cosigned.map(SignedCheckpoint::checkpoint);
        long witnessedSize = witnessed.map(Checkpoint::size).orElse(0L);
        Frontier sealed = tree.frontier();
        Frontier counted = Frontier.EMPTY;
        Optional<Hash> rootThen = Optional.empty();
        while (counted.size() < sealed.size()) {
            long stop = counted.size() < witnessedSize ? witnessedSize : sealed.size();
            int width = (int)
                    Math.min(Tile.WIDTH - counted.size() % Tile.WIDTH, Math.min(stop, sealed.size()) - counted.size());
            List<Hash> hashes = new ArrayList<>(width);
            Optional<Finding> broken = compare(counted.size(), width, hashes);
            if (broken.isPresent()) {
                return new Outcome(counted.size() + hashes.size(), witnessedSize, broken);
            }
            counted = counted.append(hashes, NodeSink.NONE);
            if (counted.size() == witnessedSize) {
                rootThen = Optional.of(counted.root());
            }
        }
        return new Outcome(counted.size(), witnessedSize, end(witnessed, rootThen, sealed, counted));
    }

    private Optional<Finding> compare(long from, int width, List<Hash> hashes) {
        byte[] tile = tree.tile(0, from / Tile.WIDTH).orElse(new byte[0]);
        List<StoredLeaf> leaves = tree.leaves(from, width);
        TreeHasher hasher = new TreeHasher();
        for (int i = 0; i < width; i++) {
            long index = from + i;
            int at = (int) (index % Tile.WIDTH) * Hash.LENGTH;
            String sealed = at + Hash.LENGTH <= tile.length ? Hash.at(tile, at).toString() : "";
            if (i >= leaves.size() || leaves.get(i).index() != index) {
                return Optional.of(new Finding(index, sealed, "", "leaf " + index + " is missing"));
            }
            Hash stored = hasher.leaf(leaves.get(i).bytes());
            if (!stored.toString().equals(sealed)) {
                return Optional.of(new Finding(
                        index, sealed, stored.toString(), "leaf " + index + " is not the one that was sealed"));
            }
            hashes.add(stored);
        }
        return Optional.empty();
    }

    private static Optional<Finding> end(
            Optional<Checkpoint> witnessed, Optional<Hash> rootThen, Frontier sealed, Frontier counted) {
        if (witnessed.isPresent() && witnessed.get().size() > sealed.size()) {
            return finding(
                    witnessed.get().root(),
                    sealed.root(),
                    "the tree has " + sealed.size() + " leaves, witnesses cosigned "
                            + witnessed.get().size());
        }
        if (witnessed.isPresent()
                && rootThen.isPresent()
                && !rootThen.get().equals(witnessed.get().root())) {
            return finding(
                    witnessed.get().root(),
                    rootThen.get(),
                    "the root at size " + witnessed.get().size()
                            + " is not the one that witnesses cosigned: leaves and tree were both changed");
        }
        return counted.equals(sealed)
                ? Optional.empty()
                : finding(
                        sealed.root(), counted.root(), "the root of the stored leaves is not the root that was sealed");
    }

    private static Optional<Finding> finding(Hash sealed, Hash stored, String text) {
        return Optional.of(new Finding(-1, sealed.toString(), stored.toString(), text));
    }
}
