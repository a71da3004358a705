package onepermit.exchange.replica.live;

import io.micrometer.core.instrument.MeterRegistry;
import onepermit.exchange.catalogue.Dataset;

/**
 * Figures of the live calls.
 *
 * <ul>
 *   <li>{@code onepermit_live_calls_total{source,dataset,outcome}}: ANSWERED, TRIED_AGAIN, UNAVAILABLE, DEADLINE_EXCEEDED, BREAKER_OPEN,
 *       FULL (too many in flight), REFUSED by the owner, UNREADABLE
 *   <li>{@code onepermit_live_shared_total}: persons and datasets that were being asked for already
 * </ul>
 */
final class LiveMetrics {
    private final MeterRegistry registry;

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Dataset dataset, String outcome) {
        registry.counter("onepermit.live.calls", "source", dataset.owner(), "dataset", dataset.id(), "outcome", outcome)
                .increment();
    }

    void shared(int flights) {
        registry.counter("onepermit.live.shared").increment(flights);
    }
}
