package onepermit.exchange.ledger.seal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;
import onepermit.exchange.ledger.seal.TreeTable.StoredLeaf;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.loop.Wake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes committed leaves into the tree and signs it, apart from the commits and after them: no answer waits for it. Of several instances
 * one wins each seal and the others see that nothing waits, for a seal is stored only where the tree is still the one that it goes on from.
 */
public final class Sealer extends Loop {
    /** In one seal; four seals a second take 80,000 leaves. */
    static final int AT_MOST = 20_000;

    /** Leaves of an instance that died between its commit and its seal wait no longer than this. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final TreeTable tree;
    private final CheckpointSigner signer;
    private final Standing standing;
    private final MeterRegistry meters;
    private final Duration interval;
    private final Runnable published;
    private long sealed;

    /**
     * @param interval between two checkpoints, while leaves wait
     * @param appended is called when leaves were committed
     * @param published is told of each checkpoint that was stored
     */
    public Sealer(
            TreeTable tree,
            CheckpointSigner signer,
            Standing standing,
            MeterRegistry meters,
            Duration interval,
            Wake appended,
            Runnable published) {
        super("ledger-sealer", appended, interval);
        this.published = published;
        this.tree = tree;
        this.signer = signer;
        this.standing = standing;
        this.meters = meters;
        this.interval = interval;
    }

    @Override
    protected void turn() throws InterruptedException {
        long next = System.nanoTime() + interval.toNanos();
        if (standing.isSound() && !seal()) {
            rest(IDLE);
            return;
        }
        while (goesOn() && next - System.nanoTime() > 0) {
            rest(Duration.ofNanos(next - System.nanoTime()));
        }
    }

    @Override
    protected void trouble(RuntimeException e) {
        meters.counter("onepermit.ledger.seal.failures").increment();
        LOG.atWarn().addKeyValue("origin", tree.origin()).setCause(e).log("leaves could not be sealed yet");
    }

    /** Seals what waits, if no other is faster; false if nothing waits. */
    boolean seal() {
        Frontier before = tree.frontier();
        if (shrunken(before)) {
            return false;
        }
        List<Hash> leaves = hashes(before.size(), tree.leaves(before.size(), AT_MOST));
        if (leaves.isEmpty()) {
            return false;
        }
        long began = System.nanoTime();
        GrowingTiles tiles = new GrowingTiles(tree.partial(before.size()));
        Frontier after = before.append(leaves, tiles);
        SignedCheckpoint checkpoint = signer.sign(new Checkpoint(tree.origin(), after.size(), after.root()));
        boolean stored = tree.store(before, after, tiles.stored(), checkpoint);
        if (stored) {
            sealed = after.size();
            meters.timer("onepermit.ledger.seal").record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            published.run();
        }
        return true;
    }

    /** A database that was restored under a running process. */
    private boolean shrunken(Frontier before) {
        if (before.size() >= sealed) {
            sealed = before.size();
            return false;
        }
        String why = "the stored tree has " + before.size() + " leaves, and " + sealed + " were sealed";
        if (standing.broken(why)) {
            LOG.atError()
                    .addKeyValue("origin", tree.origin())
                    .addKeyValue("stored_size", before.size())
                    .addKeyValue("sealed_size", sealed)
                    .log("the ledger was set back; nothing is appended under this origin any more");
        }
        return true;
    }

    /** The bytes are hashed, not the hash beside them believed: it could have been changed with them. */
    private static List<Hash> hashes(long from, List<StoredLeaf> leaves) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> hashes = new ArrayList<>(leaves.size());
        for (StoredLeaf leaf : leaves) {
            if (leaf.index() != from + hashes.size()) {
                throw new IllegalStateException("leaf " + (from + hashes.size()) + " is missing, the next is "
                        + leaf.index() + "; nothing is sealed beyond it");
            }
            hashes.add(hasher.leaf(leaf.bytes()));
        }
        return hashes;
    }
}
