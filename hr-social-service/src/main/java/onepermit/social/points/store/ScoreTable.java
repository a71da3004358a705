package onepermit.social.points.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.points.FixedScore;
import onepermit.social.points.FixedScore.PermitVersion;
import onepermit.social.points.FixedScores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Fixed scores in PostgreSQL. */
@Repository
class ScoreTable implements FixedScores {
    private static final String COLUMNS = """
            SELECT person, division, filing, decision, points, standard_reached, determined_on, stands_until,
                permit_incarnation, permit_version
            FROM points_score""";

    private final JdbcClient jdbc;

    ScoreTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(FixedScore score) {
        jdbc.sql("""
                INSERT INTO points_score (person, division, filing, decision, points, standard_reached, determined_on,
                    stands_until, permit_incarnation, permit_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET division = excluded.division, filing = excluded.filing,
                    decision = excluded.decision, points = excluded.points, standard_reached = excluded.standard_reached,
                    determined_on = excluded.determined_on, stands_until = excluded.stands_until,
                    permit_incarnation = excluded.permit_incarnation, permit_version = excluded.permit_version""")
                .param(score.person().bytes())
                .param(score.division().value())
                .param(score.filing())
                .param(score.decision())
                .param(score.points().isPresent() ? score.points().getAsInt() : null)
                .param(score.standardReached())
                .param(score.determinedOn())
                .param(score.standsUntil())
                .param(score.permit().incarnation())
                .param(score.permit().version())
                .update();
    }

    @Override
    public Optional<FixedScore> of(PersonKey person) {
        return jdbc.sql(COLUMNS + " WHERE person = ?")
                .param(person.bytes())
                .query(ScoreTable::score)
                .optional();
    }

    @Override
    public List<FixedScore> page(Optional<PersonKey> after, int size) {
        return jdbc.sql(COLUMNS + " WHERE person > ? ORDER BY person LIMIT ?")
                .param(after.map(PersonKey::bytes).orElse(new byte[0]))
                .param(size)
                .query(ScoreTable::score)
                .list();
    }

    private static FixedScore score(ResultSet row, int number) throws SQLException {
        Integer points = row.getObject(5, Integer.class);
        return new FixedScore(
                PersonKey.of(row.getBytes(1)),
                new DivisionCode(row.getString(2)),
                row.getString(3),
                row.getString(4),
                points == null ? OptionalInt.empty() : OptionalInt.of(points),
                row.getBoolean(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                new PermitVersion(row.getInt(9), row.getLong(10)));
    }
}
