package onepermit.exchange.ledger.usage;

import java.time.Instant;
import onepermit.exchange.v1.LedgerLeaf;

/**
 * A leaf where it stands.
 *
 * @param index under which it is stored, through all origins
 * @param hash its leaf hash, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecordedLook(long index, LedgerLeaf leaf, byte[] hash) {
    Instant time() {
        return Instant.ofEpochSecond(leaf.getTime().getSeconds(), leaf.getTime().getNanos());
    }
}
