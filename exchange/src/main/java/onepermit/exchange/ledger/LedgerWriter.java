package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches over one connection that it keeps. It must not wait for the pool: every other connection may be held by a call that waits
 * for this very commit.
 */
final class LedgerWriter implements AutoCloseable {
    private final DataSource database;
    private @Nullable Connection kept;

    /** A leaf and what must be stored with it. */
    record Entry(Leaf leaf, Optional<Attached> together) {}

    LedgerWriter(DataSource database) {
        this.database = database;
    }

    /** All in one commit, durable when it returns; the index of the first leaf. After a failure nothing may be answered. */
    long commit(List<Entry> entries) throws SQLException {
        Map<Attachment, List<Attached>> attached = byKind(entries);
        Connection connection = connection();
        try {
            for (Map.Entry<Attachment, List<Attached>> kind : attached.entrySet()) {
                kind.getKey().store(connection, kind.getValue());
            }
            long first = LedgerTable.append(
                    connection, entries.stream().map(Entry::leaf).toList());
            connection.commit();
            attached.forEach(Attachment::committed);
            return first;
        } catch (SQLException | RuntimeException e) {
            attached.keySet().forEach(Attachment::failed);
            close();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        if (kept != null) {
            return kept;
        }
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement setting = connection.createStatement()) {
            setting.execute("SET synchronous_commit = on");
        }
        connection.commit();
        kept = connection;
        return connection;
    }

    private static Map<Attachment, List<Attached>> byKind(List<Entry> entries) {
        Map<Attachment, List<Attached>> byKind = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.together()
                    .ifPresent(row -> byKind.computeIfAbsent(row.attachment(), a -> new ArrayList<>())
                            .add(row));
        }
        return byKind;
    }

    /** Gives the connection back; what it had not committed is rolled back. */
    @Override
    public void close() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            try (connection) {
                connection.rollback();
            } catch (SQLException broken) {
                // A connection that cannot roll back is gone, and its transaction with it.
            }
        }
    }
}
