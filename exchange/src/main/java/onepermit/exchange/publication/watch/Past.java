package onepermit.exchange.publication.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Dataset;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What watchers read before they reach the tail, a piece at a time. A few consumers serve all of them, and none is held while a
 * watcher does not read: memory does not grow with slow watchers.
 */
final class Past implements AutoCloseable {
    private static final int CONSUMERS = 4;

    private final BlockingQueue<Lent> idle = new ArrayBlockingQueue<>(CONSUMERS);

    Past(Supplier<KafkaConsumer<byte[], byte[]>> consumers) {
        Stream.generate(() -> new Lent(consumers)).limit(CONSUMERS).forEach(idle::add);
    }

    /** The next entries after the cursor, and where it stands after them. */
    Piece next(Dataset dataset, Cursor cursor) throws InterruptedException {
        Lent lent = idle.take();
        try {
            return lent.next(dataset, cursor);
        } catch (RuntimeException e) {
            lent.close();
            throw e;
        } finally {
            idle.add(lent);
        }
    }

    /** First and end offset of every partition. */
    Bounds bounds(Dataset dataset) throws InterruptedException {
        Lent lent = idle.take();
        try {
            return lent.bounds(dataset);
        } finally {
            idle.add(lent);
        }
    }

    @Override
    public void close() {
        idle.forEach(Lent::close);
    }

    /** Entries in order, and the offsets behind the last of each partition. */
    record Piece(List<Entry> entries, List<Long> positions) {}

    /** What the topic still has. */
    record Bounds(List<Long> first, List<Long> end) {}

    /** A consumer made when first needed. */
    private static final class Lent {
        private final Supplier<KafkaConsumer<byte[], byte[]>> source;
        private final List<KafkaConsumer<byte[], byte[]>> made = new ArrayList<>(1);

        Lent(Supplier<KafkaConsumer<byte[], byte[]>> source) {
            this.source = source;
        }

        Piece next(Dataset dataset, Cursor cursor) {
            KafkaConsumer<byte[], byte[]> consumer = consumer();
            List<TopicPartition> partitions = partitions(dataset);
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, cursor.offsets().get(partition.partition())));
            List<Entry> entries = new ArrayList<>();
            consumer.poll(Duration.ofMillis(500)).forEach(record -> entries.add(Entry.of(record)));
            return new Piece(
                    entries, partitions.stream().map(consumer::position).toList());
        }

        Bounds bounds(Dataset dataset) {
            List<TopicPartition> partitions = partitions(dataset);
            Map<TopicPartition, Long> first = consumer().beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer().endOffsets(partitions);
            return new Bounds(
                    partitions.stream()
                            .map(part -> first.getOrDefault(part, 0L))
                            .toList(),
                    partitions.stream().map(part -> end.getOrDefault(part, 0L)).toList());
        }

        void close() {
            made.forEach(KafkaConsumer::close);
            made.clear();
        }

        private KafkaConsumer<byte[], byte[]> consumer() {
            if (made.isEmpty()) {
                made.add(source.get());
            }
            return made.getFirst();
        }

        private static List<TopicPartition> partitions(Dataset dataset) {
            return IntStream.range(0, dataset.partitions())
                    .mapToObj(part -> new TopicPartition(dataset.topic(), part))
                    .toList();
        }
    }
}
