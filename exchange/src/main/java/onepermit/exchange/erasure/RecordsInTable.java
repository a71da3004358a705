package onepermit.exchange.erasure;

import java.util.Set;
import java.util.regex.Pattern;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that belong to one person, by a column with the person's key.
 *
 * @param table its name, as the department's migration has it
 */
public record RecordsInTable(JdbcClient jdbc, String table, String column, Set<String> datasets)
        implements PersonalRecords {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public RecordsInTable {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException(
                    "expected names of a table and a column, found " + table + ", " + column);
        }
    }

    public static RecordsInTable of(JdbcClient jdbc, String table, String... datasets) {
        return new RecordsInTable(jdbc, table, "person", Set.of(datasets));
    }

    @Override
    public void erase(PersonKey person) {
        jdbc.sql("DELETE FROM %s WHERE %s = ?".formatted(table, column))
                .param(person.bytes())
                .update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM %s WHERE %s = ?".formatted(table, column))
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
