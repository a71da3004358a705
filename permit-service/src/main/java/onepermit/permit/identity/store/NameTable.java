package onepermit.permit.identity.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.identity.PersonName;
import onepermit.permit.identity.RecordedNames;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Names lie sealed: the same name twice is two different envelopes, so what is there is opened to see whether anything is new. */
@Component
class NameTable implements RecordedNames {
    private final JdbcOperations jdbc;
    private final SealedColumn sealed;

    NameTable(JdbcOperations jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed.column("person_name", "name", "encode(person, 'hex')");
    }

    @Override
    public Optional<String> of(PersonKey person) {
        return Optional.ofNullable(of(Set.of(person)).get(person));
    }

    @Override
    public void record(Collection<PersonName> names) {
        Map<PersonKey, PersonName> last = names.stream()
                .collect(Collectors.toMap(PersonName::person, Function.identity(), (before, after) -> after));
        Map<PersonKey, String> known = of(last.keySet());
        List<PersonName> news = last.values().stream()
                .filter(name -> !name.name().equals(known.get(name.person())))
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO person_name (person, name) VALUES (?, ?)
                ON CONFLICT (person) DO UPDATE SET name = excluded.name""", news, Math.max(1, news.size()), this::bind);
    }

    private Map<PersonKey, String> of(Collection<PersonKey> persons) {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        Map<PersonKey, String> names = HashMap.newHashMap(persons.size());
        jdbc.query(
                "SELECT person, name FROM person_name WHERE person = ANY (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                row -> {
                    PersonKey person = PersonKey.of(row.getBytes(1));
                    names.put(person, sealed.open(person.hex(), row.getBytes(2)));
                });
        return names;
    }

    private void bind(PreparedStatement row, PersonName name) throws SQLException {
        row.setBytes(1, name.person().bytes());
        row.setBytes(2, sealed.seal(name.person().hex(), name.name()));
    }
}
