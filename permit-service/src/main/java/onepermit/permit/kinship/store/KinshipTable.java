package onepermit.permit.kinship.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;
import onepermit.permit.kinship.Kinship;
import onepermit.permit.kinship.Kinships;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class KinshipTable implements Kinships {
    private final JdbcOperations jdbc;

    KinshipTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonKey, List<Kinship>> of(Collection<PersonKey> children) {
        byte[][] keys = children.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        return jdbc
                .query(
                        "SELECT child, relation, parent FROM kinship WHERE child = ANY (?) ORDER BY child, relation, parent",
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                        (row, n) -> kinship(row))
                .stream()
                .collect(Collectors.groupingBy(Kinship::child));
    }

    @Override
    public Optional<Relation> between(PersonKey child, PersonKey parent) {
        return jdbc
                .query(
                        "SELECT relation FROM kinship WHERE child = ? AND parent = ? ORDER BY relation",
                        (row, n) -> Relation.of(row.getInt(1)),
                        child.bytes(),
                        parent.bytes())
                .stream()
                .findFirst();
    }

    @Override
    public Set<PersonKey> childrenOf(PersonKey parent) {
        return Set.copyOf(jdbc.query(
                "SELECT DISTINCT child FROM kinship WHERE parent = ?",
                (row, n) -> PersonKey.of(row.getBytes(1)),
                parent.bytes()));
    }

    @Override
    public void forgetParent(PersonKey parent) {
        jdbc.update("DELETE FROM kinship WHERE parent = ?", parent.bytes());
    }

    @Override
    public void record(Collection<Kinship> kinships) {
        jdbc.batchUpdate(
                "INSERT INTO kinship (child, relation, parent) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                kinships,
                kinships.size(),
                KinshipTable::bind);
    }

    private static Kinship kinship(ResultSet row) throws SQLException {
        return new Kinship(PersonKey.of(row.getBytes(1)), Relation.of(row.getInt(2)), PersonKey.of(row.getBytes(3)));
    }

    private static void bind(PreparedStatement row, Kinship kinship) throws SQLException {
        row.setBytes(1, kinship.child().bytes());
        row.setInt(2, kinship.relation().code());
        row.setBytes(3, kinship.parent().bytes());
    }
}
