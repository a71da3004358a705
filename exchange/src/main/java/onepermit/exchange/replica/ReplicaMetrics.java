package onepermit.exchange.replica;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import onepermit.exchange.catalogue.Dataset;

/**
 * Figures of the replicas.
 *
 * <ul>
 *   <li>{@code onepermit_replica_watermark_age_seconds{dataset}}: age of the oldest watermark of its partitions; NaN before the first
 *   <li>{@code onepermit_replica_parked_persons{dataset}}: persons parked here
 *   <li>{@code onepermit_replica_stopped_persons{dataset}}: persons whose publication is stopped at the owner
 * </ul>
 */
final class ReplicaMetrics {
    private final Views views;
    private final Freshness freshness;

    ReplicaMetrics(MeterRegistry registry, List<Dataset> datasets, Views views, Freshness freshness) {
        this.views = views;
        this.freshness = freshness;
        for (Dataset dataset : datasets) {
            gauge(registry, "onepermit.replica.watermark.age.seconds", dataset, () -> age(dataset));
            gauge(registry, "onepermit.replica.parked.persons", dataset, () -> parked(dataset));
            gauge(registry, "onepermit.replica.stopped.persons", dataset, () -> stopped(dataset));
        }
    }

    private static void gauge(
            MeterRegistry registry, String name, Dataset dataset, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).tag("dataset", dataset.id()).register(registry);
    }

    private double age(Dataset dataset) {
        View view = views.latest();
        Duration oldest = Duration.ZERO;
        for (int part = 0; part < dataset.partitions(); part++) {
            View.Mark mark = view.mark(dataset.id(), part);
            if (mark == null) {
                return Double.NaN;
            }
            Duration age = freshness.age(mark);
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
        }
        return oldest.toMillis() / 1e3;
    }

    private long parked(Dataset dataset) {
        View view = views.latest();
        View.Slot slot = view.slots().get(dataset.id());
        return slot == null
                ? 0
                : view.parked().stream()
                        .filter(parked -> parked.slot() == slot.number())
                        .count();
    }

    private long stopped(Dataset dataset) {
        View view = views.latest();
        long stopped = 0;
        for (int part = 0; part < dataset.partitions(); part++) {
            View.Mark mark = view.mark(dataset.id(), part);
            stopped += mark == null ? 0 : mark.stopped().size();
        }
        return stopped;
    }
}
