package onepermit.exchange.replica.reader;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Figures of the reader.
 *
 * <ul>
 *   <li>{@code onepermit_replica_commit_to_replica_seconds{dataset}}: from the owner's commit until applied here
 *   <li>{@code onepermit_replica_version_jumps_total}: facts that came with a version above the next; compaction makes them
 *   <li>{@code onepermit_replica_parked_total{reason}}: records parked
 *   <li>{@code onepermit_replica_left{dataset,reason}}: 1 while nothing is read of a dataset, because of its topic or its catalogue entry
 *   <li>{@code onepermit_replica_fenced_total}: batches rolled back because another reader had taken over
 * </ul>
 */
final class ReaderMetrics {
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
    private final MultiGauge left;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    ReaderMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.left = MultiGauge.builder("onepermit.replica.left").register(registry);
    }

    /** Told just before the commit; the commit itself is a millisecond more. */
    void applied(Batch.Sorted sorted, long jumped) {
        Instant now = clock.instant();
        sorted.arrived()
                .forEach(arrived -> timers.computeIfAbsent(
                                arrived.slot().dataset().id(), this::timer)
                        .record(Duration.between(arrived.fact().asOf(), now)));
        registry.counter("onepermit.replica.version.jumps")
                .increment((double) (jumped + sorted.facts().skipped()));
        sorted.parked()
                .forEach(parked -> registry.counter(
                                "onepermit.replica.parked",
                                "reason",
                                parked.reason().name())
                        .increment());
    }

    /** @param reasons by dataset */
    void left(Map<String, String> reasons) {
        left.register(
                reasons.entrySet().stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("dataset", one.getKey(), "reason", one.getValue()), 1))
                        .collect(Collectors.toList()),
                true);
    }

    void fenced() {
        registry.counter("onepermit.replica.fenced").increment();
    }

    private Timer timer(String dataset) {
        return Timer.builder("onepermit.replica.commit.to.replica")
                .tag("dataset", dataset)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
