package onepermit.education.statistics.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.education.statistics.Pupil;
import onepermit.education.statistics.Pupils;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of a pupil on two rolls the later one counts. */
@Repository
class PupilTable implements Pupils {
    private static final String ON_A_DAY = """
            SELECT DISTINCT ON (e.person) e.person, s.division, s.is_public
            FROM enrolment e JOIN school s ON s.code = e.school
            WHERE e.stage IN ('PRIMARY', 'JUNIOR') AND e.from_on <= :on AND (e.to_on IS NULL OR e.to_on >= :on)
                AND e.person > :after
            ORDER BY e.person, e.from_on DESC, e.school""";

    private final JdbcClient jdbc;

    PupilTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<DivisionCode, Long> count(DivisionCode within, LocalDate on) {
        Map<DivisionCode, Long> counts = new HashMap<>();
        jdbc.sql("SELECT division, count(*) FROM (" + ON_A_DAY
                        + ") AS pupil WHERE starts_with(division, :prefix) GROUP BY division")
                .param("on", on)
                .param("after", new byte[0])
                .param("prefix", within.prefix())
                .query(row -> {
                    counts.put(new DivisionCode(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    @Override
    public List<Pupil> page(DivisionCode within, LocalDate on, Optional<PersonKey> after, int most) {
        return jdbc.sql("SELECT person, division, is_public FROM (" + ON_A_DAY
                        + ") AS pupil WHERE starts_with(division, :prefix) ORDER BY person LIMIT :most")
                .param("on", on)
                .param("after", after.map(PersonKey::bytes).orElseGet(() -> new byte[0]))
                .param("prefix", within.prefix())
                .param("most", most)
                .query((row, number) -> new Pupil(
                        PersonKey.of(row.getBytes(1)),
                        new DivisionCode(row.getString(2)),
                        row.getObject(3, Boolean.class)))
                .list();
    }
}
