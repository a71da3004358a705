package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import onepermit.exchange.loop.Wake;

/** One leadership, from the lease to its loss: drains the outbox in order, and tells readers how far it is. */
final class Leadership {
    private final long epoch;
    private final Road road;
    private final Transmission transmission;
    private final FilledTopics topics;
    private final Watermarks watermarks;
    private final Horizon horizon;
    private final Holding holding;
    private final Every renewal;
    private final Every watermark;

    Leadership(long epoch, Road road, Transmission transmission, FilledTopics topics, RelaySettings settings) {
        this.epoch = epoch;
        this.road = road;
        this.transmission = transmission;
        this.topics = topics;
        this.watermarks = new Watermarks(road, transmission, topics, settings.retryStopped());
        this.horizon = new Horizon(road.jdbc());
        this.holding = new Holding(road.stopped(), settings.retryStopped(), road.metrics());
        this.renewal = new Every(settings.lease().dividedBy(3));
        this.watermark = new Every(settings.watermark());
    }

    /** Returns when another leads, when a topic is not the one that was filled any more, or when told to end. Trouble is an exception. */
    void lead(RelaySettings settings, Wake wake, BooleanSupplier goOn) throws InterruptedException {
        Pace pace = new Pace(settings.poll());
        while (goOn.getAsBoolean() && stillLeads()) {
            if (watermark.due()) {
                holding.refresh();
                horizon.setOut();
            }
            List<OutboxRow> batch = head(settings.batch());
            if (!deliver(batch)) {
                continue;
            }
            boolean end = batch.size() < settings.batch();
            horizon.drained(end, batch.isEmpty() ? 0 : batch.getLast().seq()).ifPresent(this::tellReaders);
            if (end) {
                pace.after(batch.size());
                wake.await(shorter(pace.interval(), watermark.left()));
                LockSupport.parkNanos(settings.linger().toNanos());
            }
        }
    }

    private boolean stillLeads() {
        return (!renewal.due() || road.lease().renew(epoch)) && topics.stood();
    }

    private List<OutboxRow> head(int limit) {
        Held held = holding.held();
        if (!held.none()) {
            horizon.noFloor();
        }
        List<OutboxRow> batch = road.outbox().head(horizon.floor(), held, limit);
        road.point().passed(Point.BATCH_READ);
        return batch;
    }

    /** False if the queue must be read anew, without those whom Kafka refused. */
    private boolean deliver(List<OutboxRow> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        return switch (transmission.send(batch)) {
            case Outcome.Sent sent -> acknowledged(batch);
            case Outcome.Refused refused -> {
                holding.add(refused.rows());
                yield false;
            }
        };
    }

    private boolean acknowledged(List<OutboxRow> batch) {
        road.point().passed(Point.BATCH_COMMITTED);
        road.metrics().acknowledged(batch);
        boolean deleted = road.outbox().delete(batch, epoch);
        road.point().passed(Point.BATCH_DELETED);
        if (!deleted) {
            renewal.now();
        }
        return deleted;
    }

    private void tellReaders(Instant time) {
        holding.releaseSent();
        watermarks.tell(time, Set.copyOf(holding.held().datasets()));
        road.point().passed(Point.WATERMARK_SENT);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
