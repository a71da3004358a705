package onepermit.exchange.ledger.seal;

import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;

/** Signs for one ledger; a key management service can stand behind it, so that no process holds the key. */
@FunctionalInterface
public interface CheckpointSigner {

    /** Whoever calls it has seen to it that the tree goes on from every tree signed before. */
    SignedCheckpoint sign(Checkpoint checkpoint);
}
