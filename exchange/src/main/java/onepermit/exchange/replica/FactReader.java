package onepermit.exchange.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers what is known about persons, own facts and replicas alike, with one statement. */
public final class FactReader {
    private final JdbcOperations jdbc;
    private final Catalogue catalogue;
    private final Freshness freshness;
    private final Views views;

    FactReader(JdbcOperations jdbc, Catalogue catalogue, Freshness freshness, Views views) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.freshness = freshness;
        this.views = views;
    }

    /** The view is taken before the rows: they can only be newer than it says. */
    public FactsRead read(Collection<PersonKey> persons) {
        View view = views.latest();
        Map<Short, String> datasets = new HashMap<>();
        view.slots().forEach((dataset, slot) -> datasets.put(slot.number(), dataset));
        Map<FactsRead.Key, List<FactRow>> rows = new HashMap<>();
        jdbc.query(connection -> question(connection, persons, view.activeSlots()), row -> {
            FactRow fact = fact(row, datasets);
            rows.computeIfAbsent(new FactsRead.Key(fact.person(), fact.dataset()), k -> new ArrayList<>(4))
                    .add(fact);
        });
        return new FactsRead(catalogue, freshness, view, rows, Map.of());
    }

    private static PreparedStatement question(Connection connection, Collection<PersonKey> persons, Short[] slots)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("""
                SELECT person, slot, NULL AS dataset, fact_id, incarnation, version, payload FROM replica
                WHERE person = ANY (?::bytea[]) AND slot = ANY (?::smallint[]) AND payload IS NOT NULL
                UNION ALL
                SELECT person, NULL, dataset, fact_id, incarnation, version, payload FROM fact
                WHERE person = ANY (?::bytea[]) AND payload IS NOT NULL""");
        byte[][] keys = persons.stream().distinct().map(PersonKey::bytes).toArray(byte[][]::new);
        statement.setArray(1, connection.createArrayOf("bytea", keys));
        statement.setArray(2, connection.createArrayOf("smallint", slots));
        statement.setArray(3, connection.createArrayOf("bytea", keys));
        return statement;
    }

    private static FactRow fact(ResultSet row, Map<Short, String> datasets) throws SQLException {
        String own = row.getString(3);
        String dataset = own != null ? own : datasets.getOrDefault(row.getShort(2), "");
        return new FactRow(
                PersonKey.of(row.getBytes(1)),
                dataset,
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getBytes(7));
    }
}
