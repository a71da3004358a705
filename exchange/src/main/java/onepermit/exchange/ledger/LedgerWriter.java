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
    private final String origin;
    private final DataSource database;
    private @Nullable Connection kept;

    /** A leaf and what must be stored with it. */
    record Entry(Leaf leaf, Optional<Attached> together) {}

    /** @param origin name of the ledger */
    LedgerWriter(String origin, DataSource database) {
        this.origin = origin;
        this.database = database;
    }

    /** All in one commit, durable when it returns; a receipt for each. After a failure nothing may be answered. */
    List<Receipt> commit(List<Entry> entries) throws SQLException {
        Connection connection = connection();
        try {
            long first = LedgerTable.append(
                    connection, entries.stream().map(Entry::leaf).toList());
            List<Receipt> receipts = receipts(first, entries);
            Map<Attachment, List<Attachment.Placed>> attached = byKind(entries, receipts);
            for (Map.Entry<Attachment, List<Attachment.Placed>> kind : attached.entrySet()) {
                kind.getKey().store(connection, kind.getValue());
            }
            connection.commit();
            attached.forEach(Attachment::committed);
            return receipts;
        } catch (SQLException | RuntimeException e) {
            entries.stream()
                    .flatMap(entry -> entry.together().stream())
                    .forEach(row -> row.attachment().failed());
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

    private List<Receipt> receipts(long first, List<Entry> entries) {
        List<Receipt> receipts = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            receipts.add(
                    new Receipt(origin, first + receipts.size(), entry.leaf().hash()));
        }
        return receipts;
    }

    private static Map<Attachment, List<Attachment.Placed>> byKind(List<Entry> entries, List<Receipt> receipts) {
        Map<Attachment, List<Attachment.Placed>> byKind = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Receipt receipt = receipts.get(i);
            entries.get(i)
                    .together()
                    .ifPresent(row -> byKind.computeIfAbsent(row.attachment(), a -> new ArrayList<>())
                            .add(new Attachment.Placed(row, receipt)));
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
