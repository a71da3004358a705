package onepermit.health.recipient.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
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

    @Override
    public List<PersonKey> bornAfter(LocalDate day, Optional<PersonKey> after, int most) {
        return jdbc.sql("SELECT person FROM recipient WHERE birth_date > ? AND person > ? ORDER BY person LIMIT ?")
                .params(day, after.map(PersonKey::bytes).orElseGet(() -> new byte[0]), most)
                .query((row, number) -> PersonKey.of(row.getBytes(1)))
                .list();
    }

    @Override
    public Map<PersonKey, CitizenId> numbers(Collection<PersonKey> persons) {
        Map<PersonKey, CitizenId> known = new HashMap<>();
        jdbc.sql("SELECT person, citizen_id FROM recipient WHERE person = ANY (?::bytea[])")
                .param(persons.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query(row -> {
                    PersonKey person = PersonKey.of(row.getBytes(1));
                    known.put(person, new CitizenId(numbers.open(person.hex(), row.getBytes(2))));
                });
        return known;
    }
}
