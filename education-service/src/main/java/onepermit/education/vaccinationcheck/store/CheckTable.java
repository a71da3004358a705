package onepermit.education.vaccinationcheck.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onepermit.education.vaccinationcheck.Checks;
import onepermit.education.vaccinationcheck.VaccinationCheck;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CheckTable implements Checks {
    private final JdbcClient jdbc;

    CheckTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<VaccinationCheck> find(PersonKey pupil, String school, LocalDate enteredOn) {
        return jdbc.sql("SELECT * FROM vaccination_check WHERE pupil = ? AND school = ? AND entered_on = ?")
                .params(pupil.bytes(), school, enteredOn)
                .query(CheckTable::check)
                .optional();
    }

    @Override
    public List<VaccinationCheck> withGaps(String school) {
        return jdbc.sql("""
                        SELECT * FROM vaccination_check WHERE school = ? AND cardinality(missing) > 0
                        ORDER BY date_part('year', entered_on), pupil_ref""").param(school).query(CheckTable::check).list();
    }

    @Override
    public void store(VaccinationCheck check) {
        jdbc.sql("""
                        INSERT INTO vaccination_check (pupil, school, entered_on, pupil_ref, checked_on, missing)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (pupil, school, entered_on) DO UPDATE
                        SET checked_on = excluded.checked_on, missing = excluded.missing""")
                .params(
                        check.pupil().bytes(),
                        check.school(),
                        check.enteredOn(),
                        check.pupilRef(),
                        check.checkedOn(),
                        check.missing().toArray(String[]::new))
                .update();
    }

    private static VaccinationCheck check(ResultSet row, int number) throws SQLException {
        return new VaccinationCheck(
                PersonKey.of(row.getBytes("pupil")),
                row.getString("school"),
                row.getObject("entered_on", LocalDate.class),
                row.getString("pupil_ref"),
                row.getObject("checked_on", LocalDate.class),
                Arrays.asList((String[]) row.getArray("missing").getArray()));
    }
}
