package onepermit.exchange.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.JdbcOperations;

/** The owner's facts, for those who ask the owner itself. */
public final class PublishedFacts {
    private final JdbcOperations jdbc;

    public PublishedFacts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The time is read first: everything committed before it is in the rows. */
    public Answer of(String dataset, Collection<PersonKey> persons) {
        List<Instant> now = jdbc.query(
                "SELECT clock_timestamp()", (row, n) -> row.getTimestamp(1).toInstant());
        List<Published> facts =
                jdbc.query(connection -> question(connection, dataset, persons), (row, n) -> published(row, dataset));
        return new Answer(now.getFirst(), facts);
    }

    private static PreparedStatement question(Connection connection, String dataset, Collection<PersonKey> persons)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                SELECT person, fact_id, incarnation, version, payload, changed_at FROM fact
                WHERE person = ANY (?::bytea[]) AND dataset = ? AND payload IS NOT NULL ORDER BY person, fact_id""");
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        statement.setArray(1, connection.createArrayOf("bytea", keys));
        statement.setString(2, dataset);
        return statement;
    }

    private static Published published(ResultSet row, String dataset) throws SQLException {
        FactRow fact = new FactRow(
                PersonKey.of(row.getBytes(1)),
                dataset,
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getBytes(5));
        return new Published(fact, row.getTimestamp(6).toInstant());
    }

    /** Facts, complete up to a time of the owner's database. */
    public record Answer(Instant asOf, List<Published> facts) {}

    /** A fact and when it was committed. */
    public record Published(FactRow row, Instant changedAt) {}
}
