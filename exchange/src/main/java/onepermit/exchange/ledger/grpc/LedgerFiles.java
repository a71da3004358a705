package onepermit.exchange.ledger.grpc;

import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import onepermit.exchange.ledger.merkle.EntryBundle;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.Tile;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** What C2SP tlog-tiles serves of the sealed tree, by its paths. Of a tile any width there was is cut from what is stored. */
record LedgerFiles(TreeTable tree) {

    byte[] tile(String path) {
        Tile tile = wellFormed(() -> Tile.parse(path));
        int length = tile.width() * Hash.LENGTH;
        return tree.tile(tile.level(), tile.index())
                .filter(stored -> stored.length >= length)
                .map(stored -> Arrays.copyOf(stored, length))
                .orElseThrow(() -> unknown(path));
    }

    byte[] entries(String path) {
        EntryBundle bundle = wellFormed(() -> EntryBundle.parse(path));
        if (bundle.start() + bundle.width() > tree.frontier().size()) {
            throw unknown(path);
        }
        List<byte[]> entries = tree.sealed(bundle.start(), bundle.width());
        if (entries.size() < bundle.width()) {
            throw new RefusalException(new Refusal(
                    Status.Code.DATA_LOSS,
                    "LEAF_MISSING",
                    "path",
                    "leaf " + (bundle.start() + entries.size()) + " was sealed and is not stored any more"));
        }
        return EntryBundle.encode(entries);
    }

    private static <T> T wellFormed(java.util.function.Supplier<T> parsed) {
        try {
            return parsed.get();
        } catch (IllegalArgumentException e) {
            throw new RefusalException(Refusal.invalid("TILE_PATH", "path", String.valueOf(e.getMessage())));
        }
    }

    private static RefusalException unknown(String path) {
        return new RefusalException(
                Refusal.notFound("TILE_UNKNOWN", "path", "the sealed tree has no " + path + "; see its checkpoint"));
    }
}
