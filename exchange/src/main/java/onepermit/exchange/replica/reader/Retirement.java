package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Clears away slots that nobody reads any more, a piece at a time, so that no question waits for it. */
final class Retirement {
    /** Twice as long as a view in memory may be used. */
    private static final Duration KEPT = Duration.ofSeconds(60);

    private static final int PIECE = 2_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Slots slots;

    Retirement(JdbcClient jdbc, TransactionOperations transaction, Slots slots) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.slots = slots;
    }

    void clear(BooleanSupplier goOn) {
        slots.retired().stream().filter(this::unread).forEach(slot -> clear(slot, goOn));
    }

    private boolean unread(Slot slot) {
        return jdbc.sql("""
                SELECT coalesce(retired_at < clock_timestamp() - ? * interval '1 second', true) FROM replica_slot WHERE slot = ?""")
                .params(KEPT.toSeconds(), slot.number())
                .query(Boolean.class)
                .single();
    }

    /** Goes along the primary key, which begins with the person. */
    private void clear(Slot slot, BooleanSupplier goOn) {
        byte[] from = {};
        Optional<byte[]> to = next(from);
        while (to.isPresent() && goOn.getAsBoolean()) {
            jdbc.sql("DELETE FROM replica WHERE slot = ? AND person >= ? AND person < ?")
                    .params(slot.number(), from, to.get())
                    .update();
            from = to.get();
            to = next(from);
            LockSupport.parkNanos(1_000_000);
        }
        if (goOn.getAsBoolean()) {
            end(slot, from);
        }
    }

    private Optional<byte[]> next(byte[] from) {
        return jdbc.sql("SELECT person FROM replica WHERE person > ? ORDER BY person OFFSET ? LIMIT 1")
                .params(from, PIECE)
                .query(byte[].class)
                .optional();
    }

    private void end(Slot slot, byte[] from) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM replica WHERE slot = ? AND person >= ?")
                    .params(slot.number(), from)
                    .update();
            jdbc.sql("DELETE FROM parked WHERE slot = ?").param(slot.number()).update();
            jdbc.sql("DELETE FROM replica_offset WHERE slot = ?")
                    .param(slot.number())
                    .update();
            jdbc.sql("DELETE FROM replica_slot WHERE slot = ?")
                    .param(slot.number())
                    .update();
        });
    }
}
