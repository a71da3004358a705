package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores rows in the commit of the leaves they belong to, all of a batch at once. */
public interface Attachment {
    void store(Connection connection, List<Placed> rows) throws SQLException;

    /** A row and where its leaf stands. */
    record Placed(Attached row, Receipt receipt) {}
}
