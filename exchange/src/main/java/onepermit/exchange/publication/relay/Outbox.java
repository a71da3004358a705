package onepermit.exchange.publication.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The queue: read from its head, deleted row by row once acknowledged. There is no cursor, so nothing that commits late is missed. */
final class Outbox {
    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    Outbox(JdbcOperations jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * The next rows in seq order. For one fact that is commit order, since seq is taken under its row lock; and one snapshot that
     * holds a change holds all earlier ones of the same fact.
     *
     * @param floor no row below it exists or can still appear; spares the walk over deleted rows
     */
    List<OutboxRow> head(long floor, Held held, int limit) {
        return jdbc.query(connection -> headStatement(connection, floor, held, limit), (row, n) -> outboxRow(row));
    }

    /**
     * Deletes what Kafka has acknowledged, if the lease is still of this epoch. Deletion need not be durable at once: a row that
     * comes back after a crash is sent again, unchanged.
     *
     * @return false if another leads now
     */
    boolean delete(List<OutboxRow> sent, long epoch) {
        Long[] seqs = sent.stream().map(OutboxRow::seq).toArray(Long[]::new);
        Integer deleted = transaction.execute(status -> {
            jdbc.execute("SET LOCAL synchronous_commit = off");
            return jdbc.update(connection -> {
                PreparedStatement statement = planned(connection, """
                        DELETE FROM outbox WHERE seq = ANY (?::bigint[])
                        AND EXISTS (SELECT 1 FROM relay_lease WHERE epoch = ?)""");
                statement.setArray(1, connection.createArrayOf("bigint", seqs));
                statement.setLong(2, epoch);
                return statement;
            });
        });
        return deleted != null && deleted == sent.size();
    }

    private static PreparedStatement headStatement(Connection connection, long floor, Held held, int limit)
            throws SQLException {
        PreparedStatement statement = planned(connection, """
                SELECT seq, person, dataset, fact_id, type, incarnation, version, payload, traceparent, hop, changed_at
                FROM outbox
                WHERE seq >= ? AND person <> ALL (?::bytea[]) AND dataset <> ALL (?::text[])
                ORDER BY seq LIMIT ?""");
        statement.setLong(1, floor);
        statement.setArray(2, connection.createArrayOf("bytea", keys(held.persons())));
        statement.setArray(3, connection.createArrayOf("text", held.datasets().toArray()));
        statement.setInt(4, limit);
        return statement;
    }

    /** Planned at each execution: a plan kept from when the queue was empty reads all of it, for every batch, once it has grown. */
    private static PreparedStatement planned(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    private static byte[][] keys(Collection<PersonKey> persons) {
        return persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
    }

    private static OutboxRow outboxRow(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                PersonKey.of(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getLong(7),
                row.getBytes(8),
                row.getString(9),
                row.getInt(10),
                row.getTimestamp(11).toInstant());
    }
}
