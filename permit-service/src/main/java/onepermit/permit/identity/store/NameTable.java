package onepermit.permit.identity.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.identity.PersonName;
import onepermit.permit.identity.RecordedNames;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

@Component
class NameTable implements RecordedNames {
    private final JdbcOperations jdbc;

    NameTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(PersonKey person) {
        return jdbc.queryForList("SELECT name FROM person_name WHERE person = ?", String.class, person.bytes()).stream()
                .findFirst();
    }

    @Override
    public void record(Collection<PersonName> names) {
        jdbc.batchUpdate("""
                INSERT INTO person_name AS n (person, name) VALUES (?, ?)
                ON CONFLICT (person) DO UPDATE SET name = excluded.name WHERE n.name <> excluded.name""", names, names.size(), NameTable::bind);
    }

    private static void bind(PreparedStatement row, PersonName name) throws SQLException {
        row.setBytes(1, name.person().bytes());
        row.setString(2, name.name());
    }
}
