package onepermit.exchange.ledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledgers that this witness watches, as the policy names them now: a ledger that begins a new origin after a restore is taken in by a new line of
 * the policy, without a restart. A policy that cannot be read leaves the one before in force. For one thread.
 */
final class WatchedLogs implements Supplier<List<VerifierKey>> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedLogs.class);

    private final LedgerKeys keys;
    private List<VerifierKey> logs;
    private @Nullable FileTime read;

    WatchedLogs(LedgerKeys keys) {
        this.keys = keys;
        this.read = changed();
        this.logs = keys.policy().logs();
    }

    @Override
    public List<VerifierKey> get() {
        FileTime changed = changed();
        if (changed != null && !changed.equals(read)) {
            try {
                logs = keys.policy().logs();
                read = changed;
            } catch (IllegalStateException e) {
                LOG.atWarn().addKeyValue("cause", e.getMessage()).log("the policy of ledgers stays as it was");
            }
        }
        return logs;
    }

    private @Nullable FileTime changed() {
        try {
            return Files.getLastModifiedTime(keys.policyFile());
        } catch (IOException e) {
            return null;
        }
    }
}
