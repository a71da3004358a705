package onepermit.exchange.replica.reader;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The copies. A fact is written if its (incarnation, version) is greater than what is held, and never otherwise. The statement that writes facts
 * also notes the open cases that may have used them.
 */
final class Replica {
    private final JdbcOperations jdbc;

    Replica(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many facts arrived with a version above the next */
    long write(Collection<Folded.Entry> facts) {
        if (facts.isEmpty()) {
            return 0;
        }
        List<Long> jumped = jdbc.query(connection -> upsert(connection, facts), (row, n) -> row.getLong(1));
        return jumped.getFirst();
    }

    private static PreparedStatement upsert(Connection connection, Collection<Folded.Entry> facts) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                WITH incoming AS (
                    SELECT * FROM unnest(?::bytea[], ?::smallint[], ?::text[], ?::int[], ?::bigint[], ?::bytea[],
                        ?::timestamptz[], ?::bigint[])
                        AS v (person, slot, fact_id, incarnation, version, payload, as_of, lowest)
                ), written AS (
                    INSERT INTO replica AS r (person, slot, fact_id, incarnation, version, payload, as_of)
                    SELECT person, slot, fact_id, incarnation, version, payload, as_of FROM incoming
                    ON CONFLICT (person, slot, fact_id) DO UPDATE
                        SET incarnation = excluded.incarnation, version = excluded.version,
                            payload = excluded.payload, as_of = excluded.as_of
                        WHERE (excluded.incarnation, excluded.version) > (r.incarnation, r.version)
                    RETURNING new.person, new.slot, new.fact_id, old.version AS was
                ), noticed AS (
                    INSERT INTO changed_case (no, dataset)
                    SELECT DISTINCT c.no, s.dataset
                    FROM written w JOIN watched_person p ON p.person = w.person JOIN watched_case c ON c.no = p.no
                        JOIN replica_slot s ON s.slot = w.slot AND s.state = 'ACTIVE' AND s.dataset = ANY (c.datasets)
                )
                SELECT count(*) FILTER (WHERE v.lowest > coalesce(w.was, 0) + 1)
                FROM written w JOIN incoming v USING (person, slot, fact_id)""");
        statement.setArray(1, persons(connection, facts));
        statement.setArray(2, array(connection, "smallint", facts, Folded.Entry::slot));
        statement.setArray(
                3, array(connection, "text", facts, entry -> entry.fact().factId()));
        statement.setArray(
                4, array(connection, "int", facts, entry -> entry.fact().incarnation()));
        statement.setArray(
                5, array(connection, "bigint", facts, entry -> entry.fact().version()));
        statement.setArray(6, payloads(connection, facts));
        statement.setArray(
                7,
                array(
                        connection,
                        "timestamptz",
                        facts,
                        entry -> Timestamp.from(entry.fact().asOf())));
        statement.setArray(8, array(connection, "bigint", facts, Folded.Entry::lowest));
        return statement;
    }

    private static Array persons(Connection connection, Collection<Folded.Entry> facts) throws SQLException {
        byte[][] persons =
                facts.stream().map(entry -> entry.fact().person().bytes()).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", persons);
    }

    private static Array payloads(Connection connection, Collection<Folded.Entry> facts) throws SQLException {
        byte[] @Nullable [] payloads =
                facts.stream().map(entry -> entry.fact().payload()).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", payloads);
    }

    private static Array array(
            Connection connection, String type, Collection<Folded.Entry> facts, Function<Folded.Entry, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(value).toArray());
    }
}
