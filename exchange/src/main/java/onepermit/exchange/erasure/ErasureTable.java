package onepermit.exchange.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasures, and what each of them has kept. */
final class ErasureTable {
    private static final String COLUMNS = "id, person, asked_by, erased_at, coalesce(next_leaf, 0)";

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(String id, Erasure.Asked asked) {
        jdbc.sql("INSERT INTO erasure (id, person, ground, basis, case_ref, asked_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, asked.person().bytes(), asked.ground(), asked.basis(), asked.caseRef(), asked.by())
                .update();
    }

    Optional<Erasure> of(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM erasure WHERE id = ?")
                .param(id)
                .query((row, n) -> erasure(row))
                .optional();
    }

    /** Nobody else confirms it meanwhile. */
    Optional<Erasure> held(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM erasure WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> erasure(row))
                .optional();
    }

    /** The last one that was confirmed. */
    Optional<Erasure> last(PersonKey person) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM erasure WHERE person = ? AND erased_at IS NOT NULL ORDER BY erased_at DESC LIMIT 1")
                .param(person.bytes())
                .query((row, n) -> erasure(row))
                .optional();
    }

    Instant done(String id, String confirmedBy, Map<String, LocalDate> kept) {
        kept.forEach((dataset, until) -> jdbc.sql("INSERT INTO erasure_kept (erasure, dataset, until) VALUES (?, ?, ?)")
                .params(id, dataset, until)
                .update());
        return jdbc.sql("""
                UPDATE erasure SET confirmed_by = ?, erased_at = clock_timestamp(),
                    next_leaf = (SELECT next_index FROM ledger_head)
                WHERE id = ? RETURNING erased_at""")
                .params(confirmedBy, id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** What erasures of the person have kept, by dataset; of several the longest. */
    Map<String, LocalDate> kept(PersonKey person) {
        return jdbc
                .sql("""
                SELECT dataset, max(until) FROM erasure_kept JOIN erasure ON id = erasure WHERE person = ? GROUP BY dataset""")
                .param(person.bytes())
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Persons of whom something was kept until before the day. */
    List<PersonKey> due(LocalDate day) {
        return jdbc.sql("SELECT DISTINCT person FROM erasure_kept JOIN erasure ON id = erasure WHERE until < ?")
                .param(day)
                .query((row, n) -> PersonKey.of(row.getBytes(1)))
                .list();
    }

    /** @return datasets of which something was kept until before the day */
    Set<String> keepNoLonger(PersonKey person, LocalDate day) {
        return jdbc.sql("""
                DELETE FROM erasure_kept k USING erasure e WHERE e.id = k.erasure AND e.person = ? AND k.until < ?
                RETURNING k.dataset""").params(person.bytes(), day).query(String.class).set();
    }

    /** The last change of each dataset's facts of the person that still stand, by the database's clock. */
    Map<String, Instant> lastChanges(PersonKey person) {
        return jdbc
                .sql("""
                SELECT dataset, max(changed_at) FROM fact WHERE person = ? AND payload IS NOT NULL GROUP BY dataset""")
                .param(person.bytes())
                .query((row, n) ->
                        Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void destroySalts(PersonKey person) {
        jdbc.sql("DELETE FROM ledger_salt WHERE person = ?")
                .param(person.bytes())
                .update();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getString(1),
                PersonKey.of(row.getBytes(2)),
                row.getString(3),
                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                row.getLong(5));
    }
}
