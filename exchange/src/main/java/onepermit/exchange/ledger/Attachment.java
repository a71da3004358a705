package onepermit.exchange.ledger;

import java.util.List;

/** Stores rows in the commit of the leaves they belong to, all of a batch at once. */
public interface Attachment {

    /** In their order. */
    List<Statement> statements(List<Placed> rows);

    /** The commit that held them is durable. */
    default void committed(List<Placed> rows) {}

    /** The commit that was to hold them failed; what was known of the database may be wrong. */
    default void failed() {}

    /**
     * A row and where its leaf stands: the index is {@code next_index + fromEnd}, with {@code ledger_head.next_index} as the statement
     * reads it.
     *
     * @param fromEnd negative; -1 for the last leaf of the batch
     */
    record Placed(Attached row, int fromEnd) {}
}
