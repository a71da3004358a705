package onepermit.exchange.ledger.merkle;

import java.util.List;

/** Where the hashes of complete subtrees are kept: a table, or {@linkplain TileNodes tiles}. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hashes in the order asked. A proof asks once for all it needs.
     *
     * @throws IllegalStateException naming a subtree that is not there
     */
    List<Hash> read(List<Subtree> wanted);
}
