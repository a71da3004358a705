package onepermit.education.round.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Filing;
import onepermit.education.round.Mode;
import onepermit.education.round.Procedure;
import onepermit.education.round.Rounds;
import onepermit.education.round.TieBreakRule;
import onepermit.exchange.identity.DivisionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundTable implements Rounds {
    private static final String SELECT = """
            SELECT r.*, (SELECT array_agg(s.school ORDER BY s.school) FROM admission_seats s WHERE s.round = r.id) AS schools,
            (SELECT array_agg(s.seats ORDER BY s.school) FROM admission_seats s WHERE s.round = r.id) AS seats
            FROM admission_round r WHERE r.id = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RoundTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<AdmissionRound> find(String id) {
        return jdbc.sql(SELECT).param(id).query(RoundTable::round).optional();
    }

    @Override
    public Optional<AdmissionRound> lock(String id) {
        return jdbc.sql(SELECT + " FOR UPDATE OF r")
                .param(id)
                .query(RoundTable::round)
                .optional();
    }

    @Override
    public boolean add(AdmissionRound round) {
        Procedure procedure = round.procedure();
        boolean added = jdbc.sql("""
                        INSERT INTO admission_round (id, year, division, mode, tie_break, publication_days, most_preferences, source,
                        unverified, opens, closes, closed, seed, next_number, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                round.id(),
                                round.year(),
                                round.division().value(),
                                procedure.mode().name(),
                                procedure.tieBreak().stream().map(Enum::name).toArray(String[]::new),
                                procedure.publicationDays(),
                                procedure.mostPreferences(),
                                procedure.source(),
                                procedure.unverified().toArray(String[]::new),
                                round.filing().opens(),
                                round.filing().closes(),
                                round.filing().closed(),
                                round.seed(),
                                round.version())
                        .update()
                == 1;
        if (added) {
            store(round.id(), List.copyOf(round.seats().entrySet()));
        }
        return added;
    }

    @Override
    public void storeFiling(AdmissionRound round) {
        jdbc.sql("UPDATE admission_round SET closed = ?, version = ? WHERE id = ?")
                .params(round.filing().closed(), round.version(), round.id())
                .update();
    }

    @Override
    public int nextNumber(String id) {
        return jdbc.sql(
                        "UPDATE admission_round SET next_number = next_number + 1 WHERE id = ? RETURNING next_number - 1")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void store(String id, List<Map.Entry<String, Integer>> seats) {
        batches.batchUpdate(
                "INSERT INTO admission_seats (round, school, seats) VALUES (?, ?, ?)",
                seats,
                seats.size(),
                (row, school) -> {
                    row.setString(1, id);
                    row.setString(2, school.getKey());
                    row.setInt(3, school.getValue());
                });
    }

    private static AdmissionRound round(ResultSet row, int number) throws SQLException {
        String[] schools = (String[]) row.getArray("schools").getArray();
        Integer[] seats = (Integer[]) row.getArray("seats").getArray();
        SortedMap<String, Integer> bySchool = new TreeMap<>();
        for (int i = 0; i < schools.length; i++) {
            bySchool.put(schools[i], seats[i]);
        }
        return new AdmissionRound(
                row.getString("id"),
                row.getInt("year"),
                new DivisionCode(row.getString("division")),
                procedure(row),
                new Filing(
                        row.getObject("opens", LocalDate.class),
                        row.getObject("closes", LocalDate.class),
                        row.getBoolean("closed")),
                bySchool,
                row.getString("seed"),
                row.getLong("version"));
    }

    private static Procedure procedure(ResultSet row) throws SQLException {
        return new Procedure(
                Mode.valueOf(row.getString("mode")),
                texts(row, "tie_break").stream().map(TieBreakRule::valueOf).toList(),
                row.getInt("publication_days"),
                row.getInt("most_preferences"),
                row.getString("source"),
                texts(row, "unverified"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
