package onepermit.exchange.erasure;

import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that belong to a person by another row of the person's, which they name. They are deleted before it.
 *
 * @param reference the column that names the other row
 * @param of the rows named
 * @param key the column of those by which they are named
 */
public record RecordsOfRecords(JdbcClient jdbc, String table, String reference, RecordsInTable of, String key)
        implements PersonalRecords {

    public RecordsOfRecords {
        RecordsInTable.requireName(table);
        RecordsInTable.requireName(reference);
        RecordsInTable.requireName(key);
    }

    @Override
    public String column() {
        return reference;
    }

    @Override
    public Set<String> datasets() {
        return of.datasets();
    }

    @Override
    public void erase(PersonKey person) {
        jdbc.sql("DELETE FROM " + theirs()).param(person.bytes()).update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM " + theirs())
                .param(person.bytes())
                .query(Long.class)
                .single();
    }

    private String theirs() {
        return "%s WHERE %s IN (SELECT %s FROM %s WHERE %s = ?)"
                .formatted(table, reference, key, of.table(), of.column());
    }
}
