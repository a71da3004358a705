package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may lead, on the clock of the database. It keeps two leaders apart most of the time; the producer's fence does so always. */
final class Lease {
    private final JdbcClient jdbc;
    private final String owner;
    private final Duration term;

    Lease(JdbcClient jdbc, String owner, Duration term) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.term = term;
    }

    /** Takes the lease if it is free; the epoch of this leadership, or nothing. */
    OptionalLong acquire() {
        Optional<Long> epoch =
                jdbc.sql("""
                UPDATE relay_lease
                SET owner = ?, epoch = epoch + 1, expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE expires_at < clock_timestamp() RETURNING epoch""").params(owner, term.toMillis()).query(Long.class).optional();
        return epoch.isPresent() ? OptionalLong.of(epoch.get()) : OptionalLong.empty();
    }

    /** Prolongs this leadership; false if another has taken over. */
    boolean renew(long epoch) {
        return jdbc.sql("""
                UPDATE relay_lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond' WHERE epoch = ?""").params(term.toMillis(), epoch).update() == 1;
    }

    /** Gives it up at once, so that the next need not wait. */
    void release(long epoch) {
        jdbc.sql("UPDATE relay_lease SET expires_at = '-infinity' WHERE epoch = ?")
                .params(epoch)
                .update();
    }
}
