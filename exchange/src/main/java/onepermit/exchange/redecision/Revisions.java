package onepermit.exchange.redecision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All revisions of the department. */
public final class Revisions {
    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which revisions to list.
     *
     * @param within division of who asks; null = bound to no place
     * @param caseId empty = of all cases
     * @param seenToo those that somebody has seen as well
     * @param confirmedOnly those of confirmed decisions alone
     * @param before id of the last one listed before; empty = from the newest
     */
    public record Asked(
            @Nullable DivisionCode within,
            String caseId,
            boolean seenToo,
            boolean confirmedOnly,
            String before,
            int most) {}

    void add(Revision revision) {
        jdbc.sql("""
                INSERT INTO decision_revision (id, kind, case_id, division, persons, before, after, outcome_before, outcome_after,
                    applied, because) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        revision.id(),
                        revision.kind(),
                        revision.caseId(),
                        revision.division(),
                        revision.persons().stream().map(PersonKey::bytes).toArray(byte[][]::new),
                        revision.before(),
                        revision.after(),
                        revision.outcomeBefore().getNumber(),
                        revision.outcomeAfter().getNumber(),
                        revision.applied(),
                        revision.because().toArray(String[]::new))
                .update();
    }

    public Optional<Revision> find(String id) {
        return jdbc.sql("SELECT * FROM decision_revision WHERE id = ?")
                .param(id)
                .query(Revisions::revision)
                .optional();
    }

    /** Ids grow with time, so the newest has the greatest. */
    public List<Revision> list(Asked asked) {
        StringBuilder sql = new StringBuilder("SELECT * FROM decision_revision WHERE true");
        List<Object> values = new ArrayList<>();
        if (!asked.seenToo()) {
            sql.append(" AND seen_at IS NULL");
        }
        if (asked.confirmedOnly()) {
            sql.append(" AND NOT applied");
        }
        if (asked.within() != null) {
            sql.append(" AND division LIKE ?");
            values.add(asked.within().prefix() + "%");
        }
        if (!asked.caseId().isEmpty()) {
            sql.append(" AND case_id = ?");
            values.add(asked.caseId());
        }
        if (!asked.before().isEmpty()) {
            sql.append(" AND id < ?");
            values.add(asked.before());
        }
        values.add(asked.most());
        return jdbc.sql(sql.append(" ORDER BY id DESC LIMIT ?").toString())
                .params(values)
                .query(Revisions::revision)
                .list();
    }

    /** The first who sees it is kept. */
    public void seen(String id, String by) {
        jdbc.sql(
                        "UPDATE decision_revision SET seen_by = ?, seen_at = clock_timestamp() WHERE id = ? AND seen_at IS NULL")
                .params(by, id)
                .update();
    }

    long unseen() {
        return jdbc.sql("SELECT count(*) FROM decision_revision WHERE seen_at IS NULL")
                .query(Long.class)
                .single();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        String seenBy = row.getString("seen_by");
        return new Revision(
                row.getString("id"),
                row.getString("kind"),
                row.getString("case_id"),
                row.getString("division"),
                Arrays.stream((byte[][]) row.getArray("persons").getArray())
                        .map(PersonKey::of)
                        .toList(),
                row.getString("before"),
                row.getString("after"),
                Outcome.forNumber(row.getInt("outcome_before")),
                Outcome.forNumber(row.getInt("outcome_after")),
                row.getBoolean("applied"),
                List.of((String[]) row.getArray("because").getArray()),
                row.getTimestamp("revised_at").toInstant(),
                seenBy == null
                        ? null
                        : new Revision.Seen(seenBy, row.getTimestamp("seen_at").toInstant()));
    }
}
