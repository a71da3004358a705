package onepermit.health.recipient.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.health.recipient.Recipient;
import onepermit.health.recipient.Recipients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recipients in PostgreSQL. */
@Repository
class RecipientTable implements Recipients {
    private final JdbcClient jdbc;
    private final SealedColumn numbers;

    RecipientTable(JdbcClient jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.numbers = sealed.column("recipient", "citizen_id", "encode(person, 'hex')");
    }

    @Override
    public void add(Collection<Recipient> recipients) {
        List<Recipient> sorted = recipients.stream()
                .distinct()
                .sorted(Comparator.comparing(Recipient::key))
                .toList();
        jdbc.sql("""
                INSERT INTO recipient (person, citizen_id, birth_date)
                SELECT person, citizen_id, birth_date::date FROM unnest(?::bytea[], ?::bytea[], ?::text[])
                    AS v (person, citizen_id, birth_date)
                ON CONFLICT (person) DO NOTHING""")
                .param(sorted.stream().map(r -> r.key().bytes()).toArray(byte[][]::new))
                .param(sorted.stream()
                        .map(r -> numbers.seal(r.key().hex(), r.id().value()))
                        .toArray(byte[][]::new))
                .param(sorted.stream().map(r -> r.id().birthDate().toString()).toArray(String[]::new))
                .update();
    }
}
