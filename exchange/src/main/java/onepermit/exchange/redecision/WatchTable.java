package onepermit.exchange.redecision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watched cases, which of them a change has touched, and whose turn it is. */
final class WatchTable {
    /** One instance gathers at a time. */
    private static final long GATHERING = 0x6f6e657065726d69L;

    private final JdbcClient jdbc;

    WatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case whose turn it is.
     *
     * @param because datasets that changed
     * @param gathered grows with every change that is noticed of it
     * @param since when its first change was noticed
     */
    record Turn(
            long no,
            String kind,
            String caseId,
            String decision,
            List<PersonKey> persons,
            List<String> because,
            long gathered,
            int attempts,
            Instant since) {}

    Basis basis(Collection<PersonKey> persons) {
        byte[][] keys = bytes(persons);
        return new Basis(jdbc.sql("SELECT " + basisOf("?"))
                .params(keys, keys)
                .query(byte[].class)
                .single());
    }

    /** Versions of all facts of the persons, own and copied, in one order. */
    private static String basisOf(String persons) {
        return """
                sha256(convert_to(coalesce((SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                    SELECT encode(r.person, 'hex') || ' ' || s.dataset || ' ' || r.fact_id || ' ' || r.incarnation || ' ' || r.version AS line
                    FROM replica r JOIN replica_slot s ON s.slot = r.slot AND s.state = 'ACTIVE' WHERE r.person = ANY (%1$s)
                    UNION ALL
                    SELECT encode(f.person, 'hex') || ' ' || f.dataset || ' ' || f.fact_id || ' ' || f.incarnation || ' ' || f.version
                    FROM fact f WHERE f.person = ANY (%1$s)) AS known), ''), 'UTF8'))""".formatted(persons);
    }

    /** A change that was noticed before and not yet followed stays noticed. */
    void watch(
            String kind, String caseId, String decision, List<PersonKey> persons, List<String> datasets, Basis basis) {
        byte[][] keys = bytes(persons);
        long no = jdbc.sql("""
                INSERT INTO watched_case AS w (kind, case_id, decision, persons, datasets, basis) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, case_id) DO UPDATE SET decision = excluded.decision, persons = excluded.persons, datasets = excluded.datasets,
                    basis = excluded.basis, settled = false, settle_after = NULL
                RETURNING w.no""")
                .params(kind, caseId, decision, keys, datasets.toArray(String[]::new), basis.hash())
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM watched_person WHERE no = ? AND NOT person = ANY (?)")
                .params(no, keys)
                .update();
        jdbc.sql(
                        "INSERT INTO watched_person (person, no) SELECT p, ? FROM unnest(?::bytea[]) AS p ON CONFLICT DO NOTHING")
                .params(no, keys)
                .update();
    }

    /**
     * Changes that no writer of facts could notice, for it began before the case was watched: once all who could are done, the facts are
     * compared with those of before the decision.
     *
     * @return cases that are found changed
     */
    int settle() {
        jdbc.sql("""
                UPDATE watched_case SET settle_after = pg_snapshot_xmax(pg_current_snapshot())
                WHERE NOT settled AND settle_after IS NULL""").update();
        return jdbc.sql("""
                WITH due AS (
                    SELECT no, basis, %s AS now FROM watched_case w
                    WHERE NOT settled AND settle_after <= pg_snapshot_xmin(pg_current_snapshot())
                    ORDER BY no LIMIT 500 FOR UPDATE SKIP LOCKED
                ), done AS (
                    UPDATE watched_case w SET settled = true,
                        pending_since = CASE WHEN d.basis = d.now THEN w.pending_since
                                        ELSE coalesce(w.pending_since, clock_timestamp()) END,
                        gathered = w.gathered + CASE WHEN d.basis = d.now THEN 0 ELSE 1 END
                    FROM due d WHERE w.no = d.no RETURNING d.basis <> d.now AS changed
                )
                SELECT count(*) FILTER (WHERE changed) FROM done""".formatted(basisOf("w.persons")))
                .query(Integer.class)
                .single();
    }

    /** Whether this instance is the one that gathers, until the end of the transaction: two would lock the same cases in another order. */
    boolean gathers() {
        return Objects.requireNonNull(jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(GATHERING)
                .query(Boolean.class)
                .single());
    }

    /** Takes up changes that were noticed, many of one case as one. @return how many were taken up */
    int gather(int most) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM changed_case WHERE id IN (SELECT id FROM changed_case ORDER BY id LIMIT ?) RETURNING no, dataset
                ), touched AS (
                    UPDATE watched_case w SET pending_since = coalesce(w.pending_since, clock_timestamp()), gathered = w.gathered + 1,
                        because = ARRAY(SELECT DISTINCT d FROM unnest(w.because || t.datasets) AS d ORDER BY d)
                    FROM (SELECT no, array_agg(DISTINCT dataset) AS datasets FROM taken GROUP BY no) t WHERE w.no = t.no
                )
                SELECT count(*) FROM taken""").param(most).query(Integer.class).single();
    }

    /** The case that waits longest; nobody else takes it for so long. */
    Optional<Turn> next(Duration lease) {
        return jdbc.sql("""
                UPDATE watched_case SET not_before = clock_timestamp() + make_interval(secs => ?)
                WHERE no = (SELECT no FROM watched_case WHERE pending_since IS NOT NULL
                    AND (not_before IS NULL OR not_before <= clock_timestamp())
                    ORDER BY pending_since LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING no, kind, case_id, decision, persons, because, gathered, attempts, pending_since""")
                .param((double) lease.toSeconds())
                .query(WatchTable::turn)
                .optional();
    }

    /** Locks it; false when it is watched no more, or with another decision. */
    boolean lock(Turn turn) {
        return jdbc.sql("SELECT no FROM watched_case WHERE no = ? AND decision = ? FOR UPDATE")
                .params(turn.no(), turn.decision())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * It was decided again on this basis. What changed meanwhile keeps it waiting.
     *
     * @param decision with which it stands now
     */
    void followed(Turn turn, String decision, List<String> datasets, Basis basis) {
        jdbc.sql("""
                UPDATE watched_case SET decision = ?, datasets = ?, basis = ?, attempts = 0, not_before = NULL,
                    pending_since = CASE WHEN gathered = ? THEN NULL ELSE pending_since END,
                    because = CASE WHEN gathered = ? THEN '{}' ELSE because END
                WHERE no = ?""")
                .params(
                        decision,
                        datasets.toArray(String[]::new),
                        basis.hash(),
                        turn.gathered(),
                        turn.gathered(),
                        turn.no())
                .update();
    }

    void postponed(Turn turn, Duration by) {
        jdbc.sql("""
                UPDATE watched_case SET attempts = attempts + 1, not_before = clock_timestamp() + make_interval(secs => ?)
                WHERE no = ?""").params((double) by.toSeconds(), turn.no()).update();
    }

    /** Unless it has been watched with another decision since. */
    void forget(Turn turn) {
        jdbc.sql("DELETE FROM watched_case WHERE no = ? AND decision = ?")
                .params(turn.no(), turn.decision())
                .update();
    }

    /** Cases that wait, and those that a change was noticed of and not yet taken up. */
    long waiting() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM watched_case WHERE pending_since IS NOT NULL)
                    + (SELECT count(*) FROM changed_case)""").query(Long.class).single();
    }

    /** Seconds since the first change of the case that waits longest; 0 when none waits. */
    double oldest() {
        return jdbc.sql("""
                SELECT coalesce(extract(epoch FROM clock_timestamp() - min(pending_since)), 0)::float8
                FROM watched_case WHERE pending_since IS NOT NULL""").query(Double.class).single();
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Arrays.stream((byte[][]) row.getArray(5).getArray())
                        .map(PersonKey::of)
                        .toList(),
                List.of((String[]) row.getArray(6).getArray()),
                row.getLong(7),
                row.getInt(8),
                row.getTimestamp(9).toInstant());
    }

    private static byte[][] bytes(Collection<PersonKey> persons) {
        return persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
    }
}
