package onepermit.exchange.publication.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.publication.wire.TopicTimes;
import onepermit.exchange.v1.Resync;
import onepermit.exchange.v1.WatchResponse;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All watches of this department's datasets. */
public final class Watches implements AutoCloseable {
    private static final int PIECE_BYTES = 64 * 1024;

    /** Half of how long a topic keeps tombstones: who was away longer may have missed an erasure. */
    private static final Duration LONGEST_AWAY = TopicTimes.TOMBSTONES.dividedBy(2);

    private final Map<String, Tail> tails = new ConcurrentHashMap<>();
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final Past past;
    private final Clock clock;

    public Watches(KafkaSettings kafka, Clock clock) {
        this.consumers = () -> consumer(kafka);
        this.past = new Past(consumers);
        this.clock = clock;
    }

    /** Follows a dataset until nobody listens; ends at once with a resync where the cursor cannot be followed from. */
    public void follow(Dataset dataset, Optional<Cursor> from, Watching out) throws InterruptedException {
        Cursor cursor = from.orElseGet(() -> Cursor.beginning(dataset.generation(), dataset.partitions()));
        Optional<String> lost = lost(dataset, cursor);
        if (lost.isPresent()) {
            out.send(WatchResponse.newBuilder()
                    .setResync(Resync.newBuilder().setReason(lost.get()))
                    .build());
            return;
        }
        Tail tail = tails.computeIfAbsent(dataset.id(), id -> new Tail(dataset, consumers));
        new Watcher(dataset, cursor, past, tail.ring(), out).follow();
    }

    @Override
    public void close() {
        tails.values().forEach(Tail::close);
        past.close();
    }

    private Optional<String> lost(Dataset dataset, Cursor cursor) throws InterruptedException {
        if (cursor.generation() != dataset.generation() || cursor.offsets().size() != dataset.partitions()) {
            return Optional.of("OTHER_GENERATION");
        }
        Instant complete = cursor.complete();
        boolean away = !complete.equals(Instant.EPOCH)
                && complete.isBefore(clock.instant().minus(LONGEST_AWAY));
        Past.Bounds bounds = past.bounds(dataset);
        for (int part = 0; part < dataset.partitions(); part++) {
            long offset = cursor.offsets().get(part);
            away |= offset < 0
                    || offset > bounds.end().get(part)
                    || offset > 0 && offset < bounds.first().get(part);
        }
        return away ? Optional.of("CURSOR_EXPIRED") : Optional.empty();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
        Map<String, Object> settings = kafka.forReader("watch", 200);
        settings.put("max.partition.fetch.bytes", PIECE_BYTES);
        settings.put("fetch.max.bytes", 4 * PIECE_BYTES);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
