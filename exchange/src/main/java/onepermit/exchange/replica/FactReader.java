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
import java.util.stream.Collectors;
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
        List<PersonKey> asked = persons.stream().distinct().toList();
        Map<Short, String> datasets = view.datasets();
        Map<FactsRead.Key, List<FactRow>> rows = new HashMap<>();
        jdbc.query(connection -> question(connection, asked), row -> {
            String own = row.getString(3);
            String dataset = own != null ? own : datasets.get(row.getShort(2));
            if (dataset != null) {
                FactRow fact = fact(row, dataset);
                rows.computeIfAbsent(new FactsRead.Key(fact.person(), dataset), k -> new ArrayList<>(4))
                        .add(fact);
            }
        });
        return new FactsRead(catalogue, freshness, view, rows, Map.of());
    }

    /**
     * One parameter for each person, and slots that are not active are left out here: with arrays for parameters PostgreSQL plans every
     * question anew, which takes it twice as long as the answer.
     */
    private static PreparedStatement question(Connection connection, List<PersonKey> persons) throws SQLException {
        String among = persons.stream().map(person -> "?").collect(Collectors.joining(", ", "(", ")"));
        PreparedStatement statement = connection.prepareStatement("""
                SELECT person, slot, NULL AS dataset, fact_id, incarnation, version, payload FROM replica
                WHERE person IN %1$s AND payload IS NOT NULL
                UNION ALL
                SELECT person, NULL, dataset, fact_id, incarnation, version, payload FROM fact
                WHERE person IN %1$s AND payload IS NOT NULL""".formatted(among));
        for (int i = 0; i < persons.size(); i++) {
            byte[] key = persons.get(i).bytes();
            statement.setBytes(1 + i, key);
            statement.setBytes(1 + persons.size() + i, key);
        }
        return statement;
    }

    private static FactRow fact(ResultSet row, String dataset) throws SQLException {
        return new FactRow(
                PersonKey.of(row.getBytes(1)),
                dataset,
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getBytes(7));
    }
}
