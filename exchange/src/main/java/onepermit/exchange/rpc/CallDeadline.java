package onepermit.exchange.rpc;

import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of the current call's time. */
public final class CallDeadline {
    private CallDeadline() {}

    /** Empty outside a call. */
    public static Optional<Duration> remaining() {
        Deadline deadline = Context.current().getDeadline();
        return Optional.ofNullable(deadline)
                .map(d -> Duration.ofNanos(Math.max(0, d.timeRemaining(TimeUnit.NANOSECONDS))));
    }

    /** Ends the statements of the current transaction when the call's time is over. */
    public static void limitStatements(JdbcClient database) {
        remaining()
                .ifPresent(left -> database.sql("SELECT set_config('statement_timeout', ?, true)")
                        .param(Long.toString(Math.max(1, left.toMillis())))
                        .query(String.class)
                        .single());
    }
}
