package onepermit.exchange.erasure;

import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that name all persons of a decision, in the column {@code persons}. */
record RecordsOfMany(JdbcClient jdbc, String table, Set<String> datasets) implements PersonalRecords {

    RecordsOfMany {
        RecordsInTable.requireName(table);
    }

    @Override
    public String column() {
        return "persons";
    }

    @Override
    public void erase(PersonKey person) {
        jdbc.sql("DELETE FROM %s WHERE persons @> ARRAY[?::bytea]".formatted(table))
                .param(person.bytes())
                .update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM %s WHERE persons @> ARRAY[?::bytea]".formatted(table))
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
