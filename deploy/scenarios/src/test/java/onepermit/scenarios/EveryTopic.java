package onepermit.scenarios;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every byte of every topic of the broker, as its super user reads them: keys, values and headers, also what was never committed. */
record EveryTopic(List<Part> parts, int records) {

    /** A byte is a character, so that a text is found between any others. */
    private record Part(String topic, String bytes) {}

    /** Read to where the topics end now. */
    static EveryTopic of(Stack stack) {
        List<Part> parts = new ArrayList<>();
        int[] records = {0};
        try (var consumer = new KafkaConsumer<>(
                stack.kafka("operator", Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Eventually.within(Duration.ofMinutes(3), "every topic is read to its end", () -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    records[0]++;
                    of(record).forEach(parts::add);
                });
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return new EveryTopic(parts, records[0]);
    }

    /** The topics that hold one of these. */
    Set<String> holding(Collection<String> personal) {
        List<String> wanted = personal.stream()
                .map(text -> text(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return parts.stream()
                .filter(part -> wanted.stream().anyMatch(part.bytes()::contains))
                .map(Part::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Part> of(ConsumerRecord<byte[], byte[]> record) {
        Stream<byte[]> headers =
                StreamSupport.stream(record.headers().spliterator(), false).map(Header::value);
        return Stream.concat(Stream.of(record.key(), record.value()), headers)
                .filter(part -> part != null)
                .map(part -> new Part(record.topic(), text(part)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
