package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches over one connection that it keeps, each in one trip to the database: all statements of a commit and the commit itself are
 * sent before the first answer is read. It must not wait for the pool: every other connection may be held by a call that waits for this very
 * commit.
 */
final class LedgerWriter implements AutoCloseable {
    private static final String COMMIT = ";\nCOMMIT";

    private final Origins origins;
    private final DataSource database;
    private @Nullable Connection kept;

    /** A leaf and what must be stored with it. */
    record Entry(Leaf leaf, Optional<Attached> together) {}

    LedgerWriter(Origins origins, DataSource database) {
        this.origins = origins;
        this.database = database;
    }

    /** All in one commit, durable when it returns; a receipt for each. After a failure nothing may be answered. */
    List<Receipt> commit(List<Entry> entries) throws SQLException {
        Map<Attachment, List<Attachment.Placed>> attached = byKind(entries);
        try {
            List<Receipt> receipts = receipts(send(statements(entries, attached)), entries);
            attached.forEach(Attachment::committed);
            return receipts;
        } catch (SQLException | RuntimeException e) {
            attached.keySet().forEach(Attachment::failed);
            close();
            throw e;
        }
    }

    private static List<Statement> statements(List<Entry> entries, Map<Attachment, List<Attachment.Placed>> attached) {
        List<Statement> statements = new ArrayList<>();
        statements.add(LedgerTable.reserve(entries.size()));
        statements.addAll(LedgerTable.append(entries.stream().map(Entry::leaf).toList()));
        attached.forEach((kind, rows) -> statements.addAll(kind.statements(rows)));
        return statements;
    }

    /** Returns what the first statement returned: the index of the first leaf. */
    private long send(List<Statement> statements) throws SQLException {
        String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n", "", COMMIT));
        try (PreparedStatement together = connection().prepareStatement(sql)) {
            int next = 1;
            for (Statement statement : statements) {
                next = statement.bind(together, next);
            }
            together.execute();
            try (ResultSet row = together.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The plans of its few statements do not depend on their parameters, so none is planned twice; nor is one made for tables while small. */
    private Connection connection() throws SQLException {
        if (kept != null) {
            return kept;
        }
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (java.sql.Statement setting = connection.createStatement()) {
            setting.execute("SET synchronous_commit = on; SET plan_cache_mode = force_generic_plan;"
                    + " SET enable_seqscan = off; SET jit = off");
        }
        connection.commit();
        kept = connection;
        return connection;
    }

    private List<Receipt> receipts(long first, List<Entry> entries) {
        List<Receipt> receipts = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            receipts.add(origins.receipt(first + receipts.size(), entry.leaf().hash()));
        }
        return receipts;
    }

    private static Map<Attachment, List<Attachment.Placed>> byKind(List<Entry> entries) {
        Map<Attachment, List<Attachment.Placed>> byKind = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            int fromEnd = i - entries.size();
            entries.get(i)
                    .together()
                    .ifPresent(row -> byKind.computeIfAbsent(row.attachment(), a -> new ArrayList<>())
                            .add(new Attachment.Placed(row, fromEnd)));
        }
        return byKind;
    }

    /** Gives the connection back; what it had not committed is rolled back. */
    @Override
    public void close() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            try (connection;
                    java.sql.Statement setting = connection.createStatement()) {
                connection.rollback();
                setting.execute("RESET ALL");
                connection.commit();
            } catch (SQLException broken) {
                // A connection that cannot roll back is gone, and its transaction with it.
            }
        }
    }
}
