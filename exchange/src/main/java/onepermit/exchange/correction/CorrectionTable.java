package onepermit.exchange.correction;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.correction.Correction.Answer;
import onepermit.exchange.correction.Correction.Due;
import onepermit.exchange.correction.Correction.Standing;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections as they are stored: who the person is, and every text, lies sealed. */
final class CorrectionTable {
    private static final String TABLE = "correction";

    private final JdbcClient jdbc;
    private final SealedColumn citizen;
    private final SealedColumn onRecord;
    private final SealedColumn claimed;
    private final SealedColumn statement;
    private final SealedColumn reason;

    CorrectionTable(JdbcClient jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.citizen = sealed.column(TABLE, "citizen", "id");
        this.onRecord = sealed.column(TABLE, "on_record", "id");
        this.claimed = sealed.column(TABLE, "claimed", "id");
        this.statement = sealed.column(TABLE, "statement", "id");
        this.reason = sealed.column(TABLE, "reason", "id");
    }

    /**
     * Which corrections to list.
     *
     * @param department who asks; null = the owner
     * @param within division of who asks; null = bound to no place
     * @param standing null = those that wait
     * @param overdueOn only those whose last day is before it; null = all
     * @param after the last one listed before; null = from the first
     */
    record Asked(
            @Nullable String department,
            @Nullable DivisionCode within,
            @Nullable Standing standing,
            @Nullable LocalDate overdueOn,
            @Nullable After after,
            int most) {}

    /** A place in the list. */
    record After(LocalDate due, String id) {}

    void add(Correction raised) {
        Doubt doubt = raised.doubt();
        jdbc.sql("""
                INSERT INTO correction (id, person, citizen, dataset, fact_id, division, item, on_record, claimed, statement,
                    paper_kind, paper_sha256, raised_by, raised_in, case_ref, raised_on, due_on, due_uncertain, standing, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        raised.id(),
                        raised.person().bytes(),
                        citizen.seal(raised.id(), doubt.citizen().value()),
                        doubt.dataset(),
                        doubt.factId(),
                        doubt.division().value(),
                        doubt.item(),
                        onRecord.seal(raised.id(), doubt.onRecord()),
                        claimed.seal(raised.id(), doubt.claimed()),
                        statement.seal(raised.id(), doubt.statement()),
                        kinds(doubt),
                        hashes(doubt),
                        raised.raiser().department(),
                        raised.raiser().division(),
                        raised.raiser().caseRef(),
                        raised.raisedOn(),
                        raised.due().on(),
                        raised.due().uncertain(),
                        raised.standing().name(),
                        raised.version())
                .update();
    }

    void update(Correction changed) {
        Answer answer = changed.answer();
        jdbc.sql("""
                UPDATE correction SET statement = ?, paper_kind = ?, paper_sha256 = ?, due_on = ?, due_uncertain = ?, standing = ?,
                    answered_on = ?, answered_at = ?, reason = ?, article = ?, version = ? WHERE id = ?""")
                .param(statement.seal(changed.id(), changed.doubt().statement()))
                .param(kinds(changed.doubt()))
                .param(hashes(changed.doubt()))
                .param(changed.due().on())
                .param(changed.due().uncertain())
                .param(changed.standing().name())
                .param(answer == null ? null : answer.on())
                .param(answer == null ? null : Timestamp.from(answer.at()))
                .param(answer == null ? null : reason.seal(changed.id(), answer.reason()))
                .param(answer == null ? "" : answer.article())
                .param(changed.version())
                .param(changed.id())
                .update();
    }

    Optional<Correction> find(String id) {
        return jdbc.sql("SELECT * FROM correction WHERE id = ?")
                .param(id)
                .query(this::correction)
                .optional();
    }

    /** Locked until the end of the transaction. */
    Optional<Correction> lock(String id) {
        return jdbc.sql("SELECT * FROM correction WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::correction)
                .optional();
    }

    /** One of the same department about the same field that waits. */
    boolean waits(PersonKey person, Doubt doubt, String department) {
        return jdbc.sql("""
                SELECT count(*) FROM correction WHERE person = ? AND dataset = ? AND fact_id = ? AND item = ? AND raised_by = ?
                AND standing IN ('OPEN', 'MORE_NEEDED')""")
                        .params(person.bytes(), doubt.dataset(), doubt.factId(), doubt.item(), department)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether a fact of the person in the dataset has changed since; a fact that was doubted is meant alone. */
    boolean changedSince(Correction raised) {
        return jdbc.sql("""
                SELECT count(*) FROM fact WHERE person = ? AND dataset = ? AND (? = '' OR fact_id = ?)
                AND changed_at > (SELECT raised_at FROM correction WHERE id = ?)""")
                        .params(
                                raised.person().bytes(),
                                raised.doubt().dataset(),
                                raised.doubt().factId(),
                                raised.doubt().factId(),
                                raised.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The first due first. */
    List<Correction> list(Asked asked) {
        StringBuilder sql = new StringBuilder("SELECT * FROM correction WHERE ");
        List<Object> values = new ArrayList<>();
        if (asked.standing() == null) {
            sql.append("standing IN ('OPEN', 'MORE_NEEDED')");
        } else {
            sql.append("standing = ?");
            values.add(asked.standing().name());
        }
        if (asked.department() != null) {
            sql.append(" AND raised_by = ?");
            values.add(asked.department());
        }
        if (asked.within() != null) {
            sql.append(asked.department() == null ? " AND division LIKE ?" : " AND raised_in LIKE ?");
            values.add(asked.within().prefix() + "%");
        }
        if (asked.overdueOn() != null) {
            sql.append(" AND standing = 'OPEN' AND due_on < ?");
            values.add(asked.overdueOn());
        }
        if (asked.after() != null) {
            sql.append(" AND (due_on, id) > (?, ?)");
            values.add(asked.after().due());
            values.add(asked.after().id());
        }
        values.add(asked.most());
        return jdbc.sql(sql.append(" ORDER BY due_on, id LIMIT ?").toString())
                .params(values)
                .query(this::correction)
                .list();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM correction WHERE standing IN ('OPEN', 'MORE_NEEDED')")
                .query(Long.class)
                .single();
    }

    long overdue(LocalDate today) {
        return jdbc.sql("SELECT count(*) FROM correction WHERE standing = 'OPEN' AND due_on < ?")
                .param(today)
                .query(Long.class)
                .single();
    }

    /** By month of the last day: how many, and of these answered late or not at all. */
    List<CorrectionHistory.DueMonth> months(LocalDate from, LocalDate to, LocalDate today) {
        return jdbc.sql("""
                SELECT to_char(due_on, 'YYYY-MM'), count(*),
                    count(*) FILTER (WHERE CASE WHEN standing = 'OPEN' THEN due_on < ? ELSE answered_on > due_on END)
                FROM correction WHERE due_on BETWEEN ? AND ? GROUP BY 1""")
                .params(today, from, to)
                .query((row, n) -> new CorrectionHistory.DueMonth(
                        YearMonth.parse(row.getString(1)), row.getLong(2), row.getLong(3)))
                .list();
    }

    private Correction correction(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        Doubt doubt = new Doubt(
                new CitizenId(citizen.open(id, row.getBytes("citizen"))),
                row.getString("dataset"),
                row.getString("fact_id"),
                new DivisionCode(row.getString("division")),
                row.getString("item"),
                onRecord.open(id, row.getBytes("on_record")),
                claimed.open(id, row.getBytes("claimed")),
                statement.open(id, row.getBytes("statement")),
                papers(row));
        return new Correction(
                id,
                PersonKey.of(row.getBytes("person")),
                doubt,
                new Raiser(row.getString("raised_by"), row.getString("raised_in"), row.getString("case_ref")),
                row.getTimestamp("raised_at").toInstant(),
                row.getObject("raised_on", LocalDate.class),
                new Due(row.getObject("due_on", LocalDate.class), row.getBoolean("due_uncertain")),
                Standing.valueOf(row.getString("standing")),
                answer(id, row),
                row.getLong("version"));
    }

    private @Nullable Answer answer(String id, ResultSet row) throws SQLException {
        LocalDate on = row.getObject("answered_on", LocalDate.class);
        return on == null
                ? null
                : new Answer(
                        on,
                        row.getTimestamp("answered_at").toInstant(),
                        reason.open(id, row.getBytes("reason")),
                        row.getString("article"));
    }

    private static List<Doubt.Paper> papers(ResultSet row) throws SQLException {
        String[] kinds = texts(row.getArray("paper_kind"));
        String[] hashes = texts(row.getArray("paper_sha256"));
        List<Doubt.Paper> papers = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            papers.add(new Doubt.Paper(kinds[i], hashes[i]));
        }
        return papers;
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static String[] kinds(Doubt doubt) {
        return doubt.papers().stream().map(Doubt.Paper::kind).toArray(String[]::new);
    }

    private static String[] hashes(Doubt doubt) {
        return doubt.papers().stream().map(Doubt.Paper::sha256).toArray(String[]::new);
    }
}
