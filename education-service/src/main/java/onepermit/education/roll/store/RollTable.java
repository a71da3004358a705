package onepermit.education.roll.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onepermit.education.roll.Roll;
import onepermit.education.roll.RollEntry;
import onepermit.education.roll.RollLine;
import onepermit.education.roll.Rolls;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RollTable implements Rolls {
    private static final String SELECT = """
            SELECT e.person, e.school, s.division, e.stage, e.from_on, e.to_on
            FROM enrolment e JOIN school s ON s.code = e.school
            WHERE e.person = ANY (:persons)
            ORDER BY e.person, e.from_on, e.school
            """;
    /** The last line of a file wins. */
    private static final String UPSERT = """
            INSERT INTO enrolment (person, school, stage, from_on, to_on) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person, school, from_on) DO UPDATE SET stage = excluded.stage, to_on = excluded.to_on
            WHERE (enrolment.stage, enrolment.to_on) IS DISTINCT FROM (excluded.stage, excluded.to_on)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RollTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Roll of(PersonKey pupil) {
        return Objects.requireNonNull(ofAll(List.of(pupil)).get(pupil));
    }

    @Override
    public Map<PersonKey, Roll> ofAll(Collection<PersonKey> pupils) {
        Map<PersonKey, List<RollEntry>> entries = new HashMap<>();
        pupils.forEach(pupil -> entries.put(pupil, new ArrayList<>()));
        jdbc.sql(SELECT)
                .param("persons", pupils.stream().map(PersonKey::bytes).toArray(byte[][]::new))
                .query(RollTable::line)
                .list()
                .forEach(line ->
                        Objects.requireNonNull(entries.get(line.pupil())).add(line.entry()));
        Map<PersonKey, Roll> rolls = new HashMap<>();
        entries.forEach((pupil, periods) -> rolls.put(pupil, new Roll(pupil, periods)));
        return rolls;
    }

    @Override
    public void store(List<RollLine> lines) {
        batches.batchUpdate(UPSERT, lines, lines.size(), (row, line) -> {
            RollEntry entry = line.entry();
            row.setBytes(1, line.pupil().bytes());
            row.setString(2, entry.school());
            row.setString(3, entry.stage().name());
            row.setObject(4, entry.from());
            row.setObject(5, entry.to());
        });
    }

    private static RollLine line(ResultSet row, int number) throws SQLException {
        RollEntry entry = new RollEntry(
                row.getString("school"),
                new DivisionCode(row.getString("division")),
                Stage.valueOf(row.getString("stage")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class));
        return new RollLine(PersonKey.of(row.getBytes("person")), entry);
    }
}
