package onepermit.exchange.publication.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import onepermit.exchange.catalogue.Dataset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the end of one topic, once, for all watchers of it. */
final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

    private final List<TopicPartition> partitions;
    private final Supplier<KafkaConsumer<byte[], byte[]>> consumers;
    private final List<Long> positions;
    private final Ring ring;
    private volatile boolean running = true;

    Tail(Dataset dataset, Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
        this.partitions = IntStream.range(0, dataset.partitions())
                .mapToObj(part -> new TopicPartition(dataset.topic(), part))
                .toList();
        this.positions = new ArrayList<>(ends());
        this.ring = new Ring(positions);
        Thread.ofPlatform().name("watch-" + dataset.id()).daemon().start(this::run);
    }

    Ring ring() {
        return ring;
    }

    @Override
    public void close() {
        running = false;
    }

    private List<Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumers.get()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return partitions.stream()
                    .map(partition -> ends.getOrDefault(partition, 0L))
                    .toList();
        }
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumers.get()) {
                consumer.assign(partitions);
                partitions.forEach(partition -> consumer.seek(partition, positions.get(partition.partition())));
                while (running) {
                    step(consumer);
                }
            } catch (KafkaException e) {
                LOG.warn(
                        "watch.trouble topic={} cause={}", partitions.getFirst().topic(), e.toString());
                LockSupport.parkNanos(1_000_000_000);
            }
        }
    }

    private void step(KafkaConsumer<byte[], byte[]> consumer) {
        var records = consumer.poll(Duration.ofMillis(500));
        List<Entry> arrived = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            arrived.add(Entry.of(record));
        }
        records.nextOffsets().forEach((partition, next) -> positions.set(partition.partition(), next.offset()));
        if (!arrived.isEmpty()) {
            ring.add(arrived);
        }
    }
}
