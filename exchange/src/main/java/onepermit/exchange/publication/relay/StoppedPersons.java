package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons whose next row Kafka refuses. Their later rows wait behind it, or readers would see 2, 3, 1; everybody else's go on, and
 * readers are told who is meant.
 */
final class StoppedPersons {
    private static final RowMapper<PersonKey> PERSON = (row, n) -> PersonKey.of(row.getBytes(1));

    private final JdbcClient jdbc;
    private final Duration retry;

    StoppedPersons(JdbcClient jdbc, Duration retry) {
        this.jdbc = jdbc;
        this.retry = retry;
    }

    void stop(OutboxRow row, String reason) {
        jdbc.sql("""
                INSERT INTO outbox_stopped AS s (person, dataset, seq, reason, stopped_at, retry_at)
                VALUES (?, ?, ?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond')
                ON CONFLICT (person) DO UPDATE
                    SET dataset = excluded.dataset, seq = excluded.seq, reason = excluded.reason, retry_at = excluded.retry_at""")
                .params(row.person().bytes(), row.dataset(), row.seq(), reason, retry.toMillis())
                .update();
    }

    Set<PersonKey> all() {
        return jdbc.sql("SELECT person FROM outbox_stopped").query(PERSON).set();
    }

    /** Those whose time to be tried again has not come. */
    Set<PersonKey> waiting() {
        return jdbc.sql("SELECT person FROM outbox_stopped WHERE retry_at > clock_timestamp()")
                .query(PERSON)
                .set();
    }

    /** Lets go of those who were tried again and have nothing left to send. */
    List<PersonKey> releaseSent() {
        return jdbc.sql("""
                DELETE FROM outbox_stopped s WHERE retry_at <= clock_timestamp()
                AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person = s.person) RETURNING person""").query(PERSON).list();
    }
}
