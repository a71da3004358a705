package onepermit.exchange.replica.reader;

import java.time.Clock;
import java.time.Duration;
import onepermit.exchange.catalogue.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives up the copies of datasets that no agreement gives any more; {@link Retirement} then deletes their rows. It is certain of it only while
 * the owner's agreements are heard: a reader cut off keeps what it has, and may not look at it.
 */
final class Purge {
    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Slots slots;
    private final Copies copies;
    private final Duration after;
    private final Clock clock;

    Purge(JdbcClient jdbc, TransactionOperations transaction, Slots slots, Copies copies, Duration after, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.slots = slots;
        this.copies = copies;
        this.after = after;
        this.clock = clock;
    }

    void run() {
        slots.active().stream()
                .filter(slot -> !copies.allowed(slot.dataset()))
                .filter(slot -> copies.ended(slot.dataset()).plus(after).isBefore(clock.instant()))
                .filter(slot -> isFilled(slot) && hearsAgreements(slot))
                .forEach(this::giveUp);
    }

    private void giveUp(Slot slot) {
        transaction.executeWithoutResult(status -> slots.giveUp(slot));
        LOG.info("replica.purged dataset={} slot={}", slot.dataset().id(), slot.number());
    }

    private boolean isFilled(Slot slot) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM replica_offset WHERE slot = ?)")
                .param(slot.number())
                .query(Boolean.class)
                .single();
    }

    private boolean hearsAgreements(Slot slot) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM replica_offset o JOIN replica_slot s USING (slot)
                WHERE s.dataset = ? AND s.state = 'ACTIVE' AND o.problem IS NULL
                    AND o.watermark > clock_timestamp() - interval '60 seconds')""")
                .param(Dataset.controlOf(slot.dataset().owner()))
                .query(Boolean.class)
                .single();
    }
}
