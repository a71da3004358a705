package onepermit.social.insured.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.social.insured.Insured;
import onepermit.social.insured.InsuredPersons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Insured persons in PostgreSQL. */
@Repository
class InsuredTable implements InsuredPersons {
    private final JdbcClient jdbc;
    private final SealedColumn numbers;

    InsuredTable(JdbcClient jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.numbers = sealed.column("insured", "citizen_id", "encode(person, 'hex')");
    }

    @Override
    public void add(Collection<Insured> persons) {
        List<Insured> sorted = persons.stream()
                .distinct()
                .sorted(Comparator.comparing(Insured::key))
                .toList();
        jdbc.sql("""
                INSERT INTO insured (person, citizen_id)
                SELECT * FROM unnest(?::bytea[], ?::bytea[])
                ON CONFLICT (person) DO NOTHING""")
                .param(sorted.stream().map(p -> p.key().bytes()).toArray(byte[][]::new))
                .param(sorted.stream()
                        .map(p -> numbers.seal(p.key().hex(), p.id().value()))
                        .toArray(byte[][]::new))
                .update();
    }
}
