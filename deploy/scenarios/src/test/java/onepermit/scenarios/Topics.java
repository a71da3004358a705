package onepermit.scenarios;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was written to the broker since a moment: every topic, the broker's own as well. */
final class Topics {
    private final Stack stack;
    private final Map<TopicPartition, Long> since;

    private Topics(Stack stack, Map<TopicPartition, Long> since) {
        this.stack = stack;
        this.since = since;
    }

    static Topics fromNowOn(Stack stack) {
        try (var consumer = consumer(stack)) {
            return new Topics(stack, consumer.endOffsets(partitions(consumer)));
        }
    }

    /** Records whose key, value or headers hold one of these; with where they are. */
    List<String> holding(Collection<String> personal) {
        var needles = personal.stream().map(Topics::asBytes).toList();
        var found = new ArrayList<String>();
        all(record -> {
            if (texts(record).anyMatch(text -> needles.stream().anyMatch(text::contains))) {
                found.add(record.topic() + "@" + record.offset());
            }
        });
        return found;
    }

    /** How many records came. */
    long count() {
        var count = new long[1];
        all(record -> count[0]++);
        return count[0];
    }

    private void all(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var consumer = consumer(stack)) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, since.getOrDefault(partition, 0L)));
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(each);
            }
        }
    }

    private static Stream<String> texts(ConsumerRecord<byte[], byte[]> record) {
        var headers = StreamSupport.stream(record.headers().spliterator(), false)
                .flatMap(header -> Stream.of(asBytes(header.key()), text(header.value())));
        return Stream.concat(Stream.of(text(record.key()), text(record.value())), headers);
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** One character for each byte, as the other side of the comparison. */
    private static String asBytes(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Stack stack) {
        return new KafkaConsumer<>(
                stack.kafka("operator", Map.of("auto.offset.reset", "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
