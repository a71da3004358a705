package onepermit.health.vaccination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.health.vaccination.Dose;
import onepermit.health.vaccination.Doses;
import onepermit.health.vaccination.RecordedDose;
import onepermit.health.vaccination.VaccinationRecord;
import onepermit.health.vaccination.Vaccine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Doses in PostgreSQL. */
@Repository
class DoseTable implements Doses {
    private final JdbcClient jdbc;

    DoseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PersonKey> add(Collection<RecordedDose> doses) {
        List<RecordedDose> rows = lastOfEach(doses);
        return jdbc.sql("""
                WITH changed AS (
                    INSERT INTO dose (person, vaccine, given_on, division)
                    SELECT * FROM unnest(?::bytea[], ?::text[], ?::date[], ?::text[])
                    ON CONFLICT (person, vaccine, given_on) DO UPDATE SET division = excluded.division
                        WHERE dose.division <> excluded.division
                    RETURNING person
                )
                INSERT INTO vaccination_record AS record (person, version)
                SELECT DISTINCT person, 1 FROM changed
                ON CONFLICT (person) DO UPDATE SET version = record.version + 1
                RETURNING person""")
                .param(rows.stream().map(row -> row.recipient().key().bytes()).toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.dose().vaccine().code()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.dose().givenOn().toString()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.dose().division().value()).toArray(String[]::new))
                .query((row, number) -> PersonKey.of(row.getBytes(1)))
                .set();
    }

    @Override
    public List<Dose> of(PersonKey person) {
        return jdbc.sql("""
                SELECT vaccine, given_on, division FROM dose WHERE person = ? ORDER BY vaccine COLLATE "C", given_on""")
                .param(person.bytes())
                .query((row, number) -> dose(row, 1))
                .list();
    }

    @Override
    public Map<PersonKey, VaccinationRecord> records(Collection<PersonKey> persons) {
        Map<PersonKey, VaccinationRecord> records = new HashMap<>();
        jdbc.sql("""
                SELECT person, birth_date, vaccine, given_on, division
                FROM recipient JOIN dose USING (person) WHERE person = ANY (?::bytea[])""")
                .param(persons.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query(row -> {
                    LocalDate birth = row.getObject(2, LocalDate.class);
                    records.computeIfAbsent(
                                    PersonKey.of(row.getBytes(1)), p -> new VaccinationRecord(birth, new ArrayList<>()))
                            .doses()
                            .add(dose(row, 3));
                });
        return records;
    }

    @Override
    public long version(PersonKey person) {
        return jdbc.sql("SELECT version FROM vaccination_record WHERE person = ?")
                .param(person.bytes())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** One statement cannot touch a row twice: of lines about the same dose the last stands. */
    private static List<RecordedDose> lastOfEach(Collection<RecordedDose> doses) {
        Map<Object, RecordedDose> last = LinkedHashMap.newLinkedHashMap(doses.size());
        doses.forEach(of -> last.put(
                List.of(of.recipient().key(), of.dose().vaccine(), of.dose().givenOn()), of));
        return List.copyOf(last.values());
    }

    private static Dose dose(ResultSet row, int first) throws SQLException {
        return new Dose(
                Vaccine.of(row.getString(first)).orElseThrow(),
                row.getObject(first + 1, LocalDate.class),
                new DivisionCode(row.getString(first + 2)));
    }
}
