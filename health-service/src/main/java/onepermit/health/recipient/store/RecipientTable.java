package onepermit.health.recipient.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import onepermit.health.recipient.Recipient;
import onepermit.health.recipient.Recipients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recipients in PostgreSQL. */
@Repository
class RecipientTable implements Recipients {
    private final JdbcClient jdbc;

    RecipientTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<Recipient> recipients) {
        List<Recipient> sorted = recipients.stream()
                .distinct()
                .sorted(Comparator.comparing(Recipient::key))
                .toList();
        jdbc.sql("""
                INSERT INTO recipient (person, citizen_id, birth_date)
                SELECT person, citizen_id, birth_date::date FROM unnest(?::bytea[], ?::text[], ?::text[])
                    AS v (person, citizen_id, birth_date)
                ON CONFLICT (person) DO NOTHING""")
                .param(sorted.stream().map(r -> r.key().bytes()).toArray(byte[][]::new))
                .param(sorted.stream().map(r -> r.id().value()).toArray(String[]::new))
                .param(sorted.stream().map(r -> r.id().birthDate().toString()).toArray(String[]::new))
                .update();
    }
}
