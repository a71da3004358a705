package onepermit.health.birth.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;
import onepermit.health.birth.Birth;
import onepermit.health.birth.BirthParent;
import onepermit.health.birth.Births;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Births in PostgreSQL. */
@Repository
class BirthTable implements Births {
    private final JdbcClient jdbc;

    BirthTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<Birth> births) {
        Map<PersonKey, Birth> last = new LinkedHashMap<>();
        births.forEach(birth -> last.put(birth.child().key(), birth));
        List<Birth> rows = List.copyOf(last.values());
        jdbc.sql("""
                INSERT INTO birth (child, division, recorded_on)
                SELECT * FROM unnest(?::bytea[], ?::text[], ?::date[])
                ON CONFLICT (child) DO NOTHING""")
                .param(rows.stream().map(row -> row.child().key().bytes()).toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.division().value()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.recordedOn().toString()).toArray(String[]::new))
                .update();
        addParents(births.stream().flatMap(birth -> birth.parents().stream()).toList());
    }

    private void addParents(List<BirthParent> parents) {
        jdbc.sql("""
                INSERT INTO birth_parent (child, relation, parent)
                SELECT * FROM unnest(?::bytea[], ?::smallint[], ?::bytea[])
                ON CONFLICT (child, relation) DO NOTHING""")
                .param(parents.stream().map(row -> row.child().bytes()).toArray(byte[][]::new))
                .param(parents.stream().map(row -> row.relation().code()).toArray(Integer[]::new))
                .param(parents.stream().map(row -> row.parent().bytes()).toArray(byte[][]::new))
                .update();
    }

    @Override
    public Map<PersonKey, List<BirthParent>> parents(Collection<PersonKey> children) {
        return jdbc
                .sql("""
                SELECT child, relation, parent FROM birth_parent WHERE child = ANY (?::bytea[]) ORDER BY child, relation""")
                .param(children.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query((row, number) -> new BirthParent(
                        PersonKey.of(row.getBytes(1)), Relation.of(row.getInt(2)), PersonKey.of(row.getBytes(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(BirthParent::child));
    }

    @Override
    public Set<PersonKey> childrenOf(PersonKey parent) {
        return jdbc.sql("SELECT DISTINCT child FROM birth_parent WHERE parent = ?")
                .param(parent.bytes())
                .query((row, number) -> PersonKey.of(row.getBytes(1)))
                .set();
    }

    @Override
    public void forgetParent(PersonKey parent) {
        jdbc.sql("DELETE FROM birth_parent WHERE parent = ?")
                .param(parent.bytes())
                .update();
    }
}
