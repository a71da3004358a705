package onepermit.exchange.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, committed records only, and keeps all it has read. */
public final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    public TopicReader(String bootstrapServers, String topic, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, partitions)
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Everything read so far. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        return List.copyOf(records);
    }

    public void readUntil(String what, Callable<Boolean> condition) {
        Await.until(what, () -> {
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            return condition.call();
        });
    }

    /** Reads to the end as it is now. */
    public List<ConsumerRecord<byte[], byte[]>> readToEnd() {
        Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
        readUntil(
                "the end of the topic",
                () -> end.entrySet().stream().allMatch(part -> consumer.position(part.getKey()) >= part.getValue()));
        return records();
    }

    /** The ends of its partitions. */
    public Collection<Long> ends() {
        return consumer.endOffsets(consumer.assignment()).values();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
