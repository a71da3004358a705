package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores rows in the commit of the leaves they belong to, all of a batch at once. */
public interface Attachment {
    void store(Connection connection, List<Placed> rows) throws SQLException;

    /** The commit that held them is durable. */
    default void committed(List<Placed> rows) {}

    /** The commit that was to hold them failed; what was known of the database may be wrong. */
    default void failed() {}

    /** A row and where its leaf stands. */
    record Placed(Attached row, Receipt receipt) {}
}
