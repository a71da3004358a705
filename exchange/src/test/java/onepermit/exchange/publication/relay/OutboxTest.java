package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import onepermit.exchange.testing.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue is empty most of the time, and the database plans for what it saw last. */
class OutboxTest {
    private static final Held NOBODY = new Held(List.of(), List.of());
    private static final int ROWS = 20_000;
    private static final int BATCH = 1_000;
    private static final int LOOKS_WHILE_EMPTY = 12;

    @Test
    void a_queue_that_was_long_empty_is_drained_without_reading_all_of_it_for_each_batch() {
        try (HikariDataSource database =
                TestInfrastructure.database().migrated("db/exchange").dataSource(1)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            Outbox outbox = new Outbox(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
            for (int look = 0; look < LOOKS_WHILE_EMPTY; look++) {
                fill(jdbc, 1);
                assertThat(drained(outbox)).isEqualTo(1);
                if (look == 0) {
                    jdbc.execute("VACUUM ANALYZE outbox");
                }
            }

            fill(jdbc, ROWS);

            assertThat(drained(outbox)).isEqualTo(ROWS);
            jdbc.execute("SELECT pg_stat_force_next_flush()");
            assertThat(jdbc.queryForObject(
                            "SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'outbox'", Long.class))
                    .as("rows read by going through the whole table")
                    .isLessThan(2L * ROWS);
        }
    }

    private static void fill(JdbcTemplate jdbc, int rows) {
        jdbc.update("""
                INSERT INTO outbox (person, dataset, fact_id, type, incarnation, version, hop, changed_at)
                SELECT decode(repeat('00', 17), 'hex'), 'hukou.place', n::text, 'type', 1, 1, 0, now() FROM generate_series(1, ?) AS n""", rows);
    }

    private static int drained(Outbox outbox) {
        int drained = 0;
        for (List<OutboxRow> batch = outbox.head(0, NOBODY, BATCH);
                !batch.isEmpty();
                batch = outbox.head(0, NOBODY, BATCH)) {
            assertThat(outbox.delete(batch, 0)).isTrue();
            drained += batch.size();
        }
        return drained;
    }
}
