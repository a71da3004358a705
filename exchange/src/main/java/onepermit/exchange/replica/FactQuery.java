package onepermit.exchange.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.FactRow;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads what is stored about persons, own facts and replicas alike, with one statement. */
final class FactQuery {
    /**
     * Fewer persons are told more than once, which changes nothing: PostgreSQL keeps a plan for arrays of any length only when it looks no
     * dearer than one for the array at hand, and planning takes it twice as long as the answer.
     */
    private static final int PERSONS_AT_LEAST = 16;

    private static final String STORED = """
            SELECT person, slot, NULL AS dataset, fact_id, incarnation, version, payload FROM replica
            WHERE person = ANY(?) AND payload IS NOT NULL
            UNION ALL
            SELECT person, NULL, dataset, fact_id, incarnation, version, payload FROM fact
            WHERE person = ANY(?) AND payload IS NOT NULL""";

    private final JdbcOperations jdbc;
    private final Views views;
    private final RoadKeys keys;

    /** What was found, and the view that was current before; a person of whom nothing is known is not in it. */
    record Found(View view, Map<PersonKey, Map<String, List<FactRow>>> facts) {}

    FactQuery(JdbcOperations jdbc, Views views, RoadKeys keys) {
        this.jdbc = jdbc;
        this.views = views;
        this.keys = keys;
    }

    /** The view is taken before the rows: they can only be newer than it says. Rows of slots that are not active are left out. */
    Found read(Collection<PersonKey> persons) {
        View view = views.latest();
        Map<Short, String> datasets = view.datasets();
        Map<PersonKey, PersonKey> known = known(persons, view.laterPersonKeys());
        Map<PersonKey, Map<String, List<FactRow>>> facts = HashMap.newHashMap(persons.size());
        jdbc.query(connection -> statement(connection, known.keySet()), row -> {
            String own = row.getString(3);
            String dataset = own != null ? own : datasets.get(row.getShort(2));
            if (dataset != null) {
                FactRow fact = fact(row, known, dataset);
                facts.computeIfAbsent(fact.person(), person -> new HashMap<>())
                        .computeIfAbsent(dataset, d -> new ArrayList<>(4))
                        .add(fact);
            }
        });
        return new Found(view, facts);
    }

    private static PreparedStatement statement(Connection connection, Collection<PersonKey> persons)
            throws SQLException {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        byte[][] padded = Arrays.copyOf(keys, Math.max(keys.length, PERSONS_AT_LEAST));
        Arrays.fill(padded, keys.length, padded.length, keys[0]);
        var array = connection.createArrayOf("bytea", padded);
        PreparedStatement statement = connection.prepareStatement(STORED);
        statement.setArray(1, array);
        statement.setArray(2, array);
        return statement;
    }

    /** Every key under which one of the persons may stand in a copy → the person. */
    private Map<PersonKey, PersonKey> known(Collection<PersonKey> persons, Set<Integer> versions) {
        Map<PersonKey, PersonKey> known = HashMap.newHashMap(persons.size() * (1 + versions.size()));
        persons.forEach(person -> {
            known.put(person, person);
            versions.forEach(version -> known.put(keys.of(version, person), person));
        });
        return known;
    }

    private static FactRow fact(ResultSet row, Map<PersonKey, PersonKey> known, String dataset) throws SQLException {
        return new FactRow(
                Objects.requireNonNull(known.get(PersonKey.of(row.getBytes(1)))),
                dataset,
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getBytes(7));
    }
}
