package onepermit.exchange.ledger.witness;

import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import onepermit.exchange.access.Caller;
import onepermit.exchange.ledger.OriginTable;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.OriginOpened;

/**
 * Begins a new origin for a ledger that was set back. The process that does it stays closed: the next one goes on under the new name, from a first
 * leaf that says what was before.
 */
public final class NewOrigin {
    private final LedgerKeys keys;
    private final Origins origins;
    private final TreeTable tree;
    private final Standing standing;
    private final LastWitnessed witnessed;
    private final Supplier<Origins> stored;
    private final OriginTable table;
    private final Clock clock;

    /** What was begun. */
    public record Begun(String origin, OriginOpened opened) {}

    /**
     * @param origins those that this process knows
     * @param stored those in the database now
     */
    NewOrigin(
            LedgerKeys keys,
            Origins origins,
            TreeTable tree,
            Standing standing,
            LastWitnessed witnessed,
            Supplier<Origins> stored,
            OriginTable table,
            Clock clock) {
        this.keys = keys;
        this.origins = origins;
        this.tree = tree;
        this.standing = standing;
        this.witnessed = witnessed;
        this.stored = stored;
        this.table = table;
        this.clock = clock;
    }

    /** @throws RefusalException it was not set back, was begun already, or the key of the new origin is not there */
    public Begun begin(Caller operator, String method, String reason) {
        requireSetBack();
        String origin = origins.next();
        requireKey(origin);
        OriginOpened.Builder opened = former(reason);
        table.begin(
                origin,
                index -> leaf(
                        operator,
                        method,
                        opened.setRestoredLeaves(index - origins.current().first())));
        return new Begun(origin, opened.build());
    }

    private void requireSetBack() {
        if (standing.whyBroken().isEmpty()) {
            throw precondition(
                    "NOT_SET_BACK", "this ledger goes on from what it has published; it needs no new origin");
        }
        Origins now = stored.get();
        if (!now.equals(origins)) {
            throw precondition(
                    "ORIGIN_OPENED",
                    now.current().name() + " was begun; restart the service, which then goes on under it");
        }
    }

    private void requireKey(String origin) {
        try {
            keys.log(origin);
        } catch (IllegalStateException e) {
            throw precondition(
                    "ORIGIN_KEY",
                    "the folder of keys needs " + LedgerKeys.file(origin) + ", and ledger.policy its public half: "
                            + e.getMessage());
        }
    }

    private OriginOpened.Builder former(String reason) {
        LastWitnessed.Found found = witnessed.of(tree.origin());
        Frontier restored = tree.frontier();
        return OriginOpened.newBuilder()
                .setFormerOrigin(tree.origin())
                .setFormerCheckpoint(
                        found.cosigned().map(SignedCheckpoint::toString).orElse(""))
                .setPublishedSize(found.published())
                .setRestoredSize(restored.size())
                .setRestoredRoot(restored.root().base64())
                .setReason(reason);
    }

    private LedgerLeaf leaf(Caller operator, String method, OriginOpened.Builder opened) {
        Instant now = clock.instant();
        return LedgerLeaf.newBuilder()
                .setTime(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setDepartment(keys.department())
                .setMethod(method)
                .setOfficer(operator.subject())
                .setRole(operator.role())
                .setOriginOpened(opened)
                .build();
    }

    private static RefusalException precondition(String reason, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, "", text));
    }
}
