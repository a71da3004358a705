package onepermit.exchange.redecision;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.redecision.WatchTable.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Follows changes case by case, one at a time and not more than so many a second; while officers' calls crowd the door it stands back. */
public final class Redeciding extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Redeciding.class);
    private static final Duration STAND_BACK = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int AT_ONCE = 5_000;

    private final WatchTable table;
    private final Redecide redecide;
    private final TransactionOperations transaction;
    private final RateLimiter rate;
    private final BooleanSupplier crowded;
    private final MeterRegistry meters;
    private final Duration every;

    /**
     * @param rate turns a second; its wait for the next is short
     * @param crowded whether officers' calls need the machine
     * @param every pause between two looks when nothing waits
     */
    Redeciding(
            WatchTable table,
            Redecide redecide,
            TransactionOperations transaction,
            RateLimiter rate,
            BooleanSupplier crowded,
            MeterRegistry meters,
            Duration every) {
        super("redecision", every);
        this.table = table;
        this.redecide = redecide;
        this.transaction = transaction;
        this.rate = rate;
        this.crowded = crowded;
        this.meters = meters;
        this.every = every;
    }

    @Override
    protected void turn() throws InterruptedException {
        int taken;
        do {
            taken = gathered();
        } while (goesOn() && taken == AT_ONCE);
        if (!turnsTaken()) {
            rest(every);
        }
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("redecision.trouble again_in={} cause={}", every, e.toString());
    }

    private int gathered() {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!table.gathers()) {
                return 0;
            }
            table.settle();
            return table.gather(AT_ONCE);
        }));
    }

    /** For a second at most, so that what changes meanwhile is taken up. @return whether there may be more */
    private boolean turnsTaken() throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (goesOn() && System.nanoTime() < until) {
            if (crowded.getAsBoolean()) {
                meters.counter("onepermit.redecisions.stood.back").increment();
                rest(STAND_BACK);
            } else if (rate.acquirePermission() && !taken()) {
                return false;
            }
        }
        return true;
    }

    private boolean taken() {
        Optional<Turn> turn = Objects.requireNonNull(transaction.execute(status -> table.next(LEASE)));
        turn.ifPresent(this::tried);
        return turn.isPresent();
    }

    /** One that cannot be decided keeps none of the others waiting. */
    private void tried(Turn turn) {
        try {
            count(turn, redecide.take(turn).name());
        } catch (RuntimeException e) {
            Duration later = later(turn);
            transaction.executeWithoutResult(status -> table.postponed(turn, later));
            count(turn, "FAILED");
            LOG.warn(
                    "redecision.failed kind={} case={} attempts={} again_in={} cause={}",
                    turn.kind(),
                    turn.caseId(),
                    turn.attempts() + 1,
                    later,
                    e.toString());
        }
    }

    private static Duration later(Turn turn) {
        Duration doubled = Duration.ofSeconds(5).multipliedBy(1L << Math.min(turn.attempts(), 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private void count(Turn turn, String result) {
        meters.counter("onepermit.redecisions", "kind", turn.kind(), "result", result)
                .increment();
    }
}
