package onepermit.exchange.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The facts this department owns. Everything here runs inside the owner's transaction: a change and its publication commit together
 * or not at all.
 */
public final class Facts {
    private final JdbcOperations jdbc;
    private final PayloadCheck check;
    private final Runnable wakeRelay;

    public Facts(JdbcOperations jdbc, PayloadCheck check, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.check = check;
        this.wakeRelay = wakeRelay;
    }

    /**
     * Locks persons until the end of the transaction. Call it once, before anything else: new keys are inserted in order, then all
     * are locked in order, so that two callers with the same persons wait for each other and never in a ring.
     */
    public void lockPersons(Collection<PersonKey> persons) {
        requireTransaction();
        byte[][] keys =
                persons.stream().distinct().sorted().map(PersonKey::bytes).toArray(byte[][]::new);
        jdbc.update(connection -> withArray(connection, """
                INSERT INTO fact_person (person) SELECT p FROM unnest(?::bytea[]) AS p ORDER BY p
                ON CONFLICT (person) DO NOTHING""", keys));
        jdbc.query(connection -> withArray(connection, """
                SELECT 1 FROM fact_person WHERE person = ANY (?::bytea[]) ORDER BY person FOR NO KEY UPDATE""", keys), row -> {});
    }

    /**
     * Changes facts and appends what happened to the outbox, in one statement. A fact whose payload is already so is left alone
     * and publishes nothing; of several changes of one fact in one call the last stands.
     *
     * @return how many facts changed
     */
    public int publish(Collection<FactChange> changes) {
        return publish(changes, 0);
    }

    /** @param hop how many corrections led to this one; the catalogue of loops ends at 3 */
    public int publish(Collection<FactChange> changes, int hop) {
        requireTransaction();
        Map<FactId, FactChange> folded = LinkedHashMap.newLinkedHashMap(changes.size());
        changes.forEach(change -> folded.put(FactId.of(change), change));
        int published = append(List.copyOf(folded.values()), hop);
        if (published > 0) {
            wakeAfterCommit();
        }
        return published;
    }

    /**
     * Withdraws every fact of a person that still stands: readers keep its version and nothing else.
     *
     * @param type CloudEvents type of what happened
     */
    public int erase(PersonKey person, String type) {
        return publish(jdbc.query(
                "SELECT dataset, fact_id FROM fact WHERE person = ? AND payload IS NOT NULL",
                (ResultSet row, int n) -> FactChange.erased(row.getString(1), person, row.getString(2), type),
                person.bytes()));
    }

    public Optional<FactRow> current(String dataset, PersonKey person, String factId) {
        return jdbc
                .query(
                        """
                SELECT incarnation, version, payload FROM fact
                WHERE person = ? AND dataset = ? AND fact_id = ? AND payload IS NOT NULL""",
                        (ResultSet row, int n) ->
                                new FactRow(person, dataset, factId, row.getInt(1), row.getLong(2), row.getBytes(3)),
                        person.bytes(),
                        dataset,
                        factId)
                .stream()
                .findFirst();
    }

    private int append(List<FactChange> changes, int hop) {
        if (changes.isEmpty()) {
            return 0;
        }
        Columns columns = Columns.of(changes, check);
        return jdbc.update(connection -> appendStatement(connection, columns, hop));
    }

    /** Open cases that may have used a fact are noted. The outbox row takes its seq after the upsert that feeds it, hence under the lock of its fact. */
    private static PreparedStatement appendStatement(Connection connection, Columns columns, int hop)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                WITH incoming AS (
                    SELECT * FROM unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                        AS v (person, dataset, fact_id, type, payload)
                ), changed AS (
                    INSERT INTO fact AS f (person, dataset, fact_id, incarnation, version, payload, changed_at)
                    SELECT v.person, v.dataset, v.fact_id, i.number, 1, v.payload, clock_timestamp()
                    FROM incoming v CROSS JOIN incarnation i
                    WHERE v.payload IS NOT NULL
                        OR EXISTS (SELECT 1 FROM fact WHERE (person, dataset, fact_id) = (v.person, v.dataset, v.fact_id))
                    ORDER BY v.person, v.dataset, v.fact_id
                    ON CONFLICT (person, dataset, fact_id) DO UPDATE
                        SET incarnation = excluded.incarnation, version = f.version + 1,
                            payload = excluded.payload, changed_at = clock_timestamp()
                        WHERE f.payload IS DISTINCT FROM excluded.payload OR f.incarnation <> excluded.incarnation
                    RETURNING f.person, f.dataset, f.fact_id, f.incarnation, f.version, f.payload, f.changed_at
                ), noticed AS (
                    INSERT INTO changed_case (no, dataset)
                    SELECT DISTINCT w.no, c.dataset
                    FROM changed c JOIN watched_person p ON p.person = c.person
                        JOIN watched_case w ON w.no = p.no AND c.dataset = ANY (w.datasets)
                )
                INSERT INTO outbox (person, dataset, fact_id, type, incarnation, version, payload, traceparent, hop, changed_at)
                SELECT c.person, c.dataset, c.fact_id, v.type, c.incarnation, c.version, c.payload, ?, ?, c.changed_at
                FROM changed c JOIN incoming v USING (person, dataset, fact_id)""");
        columns.bind(connection, statement);
        statement.setString(6, TraceParent.current());
        statement.setInt(7, hop);
        return statement;
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts change only inside the owner's transaction, and none is open");
        }
    }

    private static PreparedStatement withArray(Connection connection, String sql, byte[] @Nullable [] keys)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, connection.createArrayOf("bytea", keys));
        return statement;
    }

    private record FactId(PersonKey person, String dataset, String factId) {
        static FactId of(FactChange change) {
            return new FactId(change.person(), change.dataset(), change.factId());
        }
    }
}
