package onepermit.exchange.publication.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Figures of the relay.
 *
 * <ul>
 *   <li>{@code onepermit_relay_commit_to_ack_seconds{dataset}}: from the owner's commit to Kafka's
 *   <li>{@code onepermit_relay_leader}: 1 where this process leads
 *   <li>{@code onepermit_relay_watermark_age_seconds}: age of the last watermark sent by this process; NaN if none
 *   <li>{@code onepermit_relay_watermarks_refused_total{dataset,reason}}: times a topic has refused its watermark
 *   <li>{@code onepermit_relay_stopped_persons}: persons whose row Kafka refuses
 *   <li>{@code onepermit_outbox_rows}: rows waiting, counted up to 1,000,000
 *   <li>{@code onepermit_outbox_oldest_seconds}: age of the oldest of them
 * </ul>
 */
final class RelayMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicInteger leader = new AtomicInteger();
    private final AtomicInteger stopped = new AtomicInteger();
    private volatile Instant watermark = Instant.MIN;

    RelayMetrics(MeterRegistry registry, Clock clock, JdbcClient jdbc) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("onepermit.relay.leader", leader, AtomicInteger::get).register(registry);
        Gauge.builder("onepermit.relay.stopped.persons", stopped, AtomicInteger::get)
                .register(registry);
        Gauge.builder("onepermit.relay.watermark.age.seconds", this, RelayMetrics::watermarkAge)
                .register(registry);
        Gauge.builder("onepermit.outbox.rows", jdbc, RelayMetrics::rows).register(registry);
        Gauge.builder("onepermit.outbox.oldest.seconds", jdbc, RelayMetrics::oldest)
                .register(registry);
    }

    void leads(boolean now) {
        leader.set(now ? 1 : 0);
    }

    void acknowledged(List<OutboxRow> batch) {
        Instant now = clock.instant();
        batch.forEach(row ->
                timers.computeIfAbsent(row.dataset(), this::timer).record(Duration.between(row.changedAt(), now)));
    }

    void watermark(Instant time, int stoppedPersons) {
        watermark = time;
        stopped.set(stoppedPersons);
    }

    void watermarkRefused(String dataset, String reason) {
        registry.counter("onepermit.relay.watermarks.refused", "dataset", dataset, "reason", reason)
                .increment();
    }

    boolean anyStopped() {
        return stopped.get() > 0;
    }

    private Timer timer(String dataset) {
        return Timer.builder("onepermit.relay.commit.to.ack")
                .tag("dataset", dataset)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private double watermarkAge() {
        Instant time = watermark;
        return time.equals(Instant.MIN)
                ? Double.NaN
                : Duration.between(time, clock.instant()).toMillis() / 1e3;
    }

    /** Asked when metrics are scraped, so that the backlog shows also while Kafka is away. */
    private static double rows(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 1000000) AS waiting")
                .query(Long.class)
                .single();
    }

    private static double oldest(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT coalesce(extract(epoch FROM clock_timestamp() - (SELECT changed_at FROM outbox ORDER BY seq LIMIT 1)), 0)""").query(Double.class).single();
    }
}
