package onepermit.exchange.publication.relay;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the publication is complete, and from where on the outbox can hold rows.
 *
 * <p>Watermark: first the database's time T is read, then the last seq given out. Whatever committed before T has a seq up to that
 * one and is seen by every read of the queue from then on; once such a read has come to the end, or past that seq, and is
 * acknowledged, T is confirmed.
 *
 * <p>Floor: first the last seq given out is read, then a transaction id is taken. Whoever holds a seq up to that one has an older
 * id; once all older ids have ended and the queue is drained past that seq, no row can appear below it any more.
 */
final class Horizon {
    private final JdbcClient jdbc;
    private @Nullable Mark mark;
    private @Nullable Barrier barrier;
    private long floor;

    Horizon(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long floor() {
        return floor;
    }

    void noFloor() {
        floor = 0;
        barrier = null;
    }

    /** Before a read of the queue: sets out for a new watermark, unless one is under way. */
    void setOut() {
        if (mark == null) {
            Instant time = jdbc.sql("SELECT clock_timestamp()")
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .single();
            mark = new Mark(time, lastSeq());
            setBarrier();
        }
    }

    /**
     * After a read of the queue was acknowledged and deleted.
     *
     * @param end the read came to the end of the queue
     * @return the time up to which the publication is complete, when a watermark has been reached
     */
    Optional<Instant> drained(boolean end, long lastSeq) {
        Mark reached = mark;
        if (reached == null || !(end || lastSeq >= reached.seq())) {
            return Optional.empty();
        }
        mark = null;
        raiseFloor(reached.seq());
        return Optional.of(reached.time());
    }

    private void setBarrier() {
        Barrier current = barrier;
        if (current == null) {
            long seq = lastSeq();
            barrier = new Barrier(seq, transactionId("pg_current_xact_id()"), false);
        } else if (!current.passed() && transactionId("pg_snapshot_xmin(pg_current_snapshot())") > current.id()) {
            barrier = new Barrier(current.seq(), current.id(), true);
        }
    }

    /** The read that ended just now began after the barrier was passed, for both are set at the same moment. */
    private void raiseFloor(long drainedTo) {
        Barrier current = barrier;
        if (current != null && current.passed() && current.seq() <= drainedTo) {
            floor = current.seq() + 1;
            barrier = null;
        }
    }

    private long lastSeq() {
        return jdbc.sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM outbox_seq")
                .query(Long.class)
                .single();
    }

    private long transactionId(String expression) {
        return jdbc.sql("SELECT " + expression + "::text::bigint")
                .query(Long.class)
                .single();
    }

    /** A watermark under way. */
    private record Mark(Instant time, long seq) {}

    /** A floor under way; passed when every transaction older than the id has ended. */
    private record Barrier(long seq, long id, boolean passed) {}
}
