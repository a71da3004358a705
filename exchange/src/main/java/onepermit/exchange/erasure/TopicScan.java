package onepermit.exchange.erasure;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the topics of a department's datasets, of every generation that there is, from the first to the last record of the person's
 * partition: also what was never committed, for it lies on the broker's disk as well.
 */
final class TopicScan {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PIECE = 2_000;

    private final KafkaSettings kafka;
    private final RoadKeys keys;

    TopicScan(KafkaSettings kafka, RoadKeys keys) {
        this.kafka = kafka;
        this.keys = keys;
    }

    /** In the order of datasets and generations. */
    List<Found> of(PersonKey person, List<Dataset> datasets) {
        Set<PersonKey> known = Set.copyOf(keys.all(person));
        Map<String, Object> settings = kafka.forReader("erasure-scan", PIECE);
        settings.put("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<String> present = new TreeSet<>(consumer.listTopics(PATIENCE).keySet());
            return datasets.stream()
                    .flatMap(dataset -> present.stream()
                            .filter(topic -> isOf(dataset, topic))
                            .map(topic -> found(consumer, known, topic)))
                    .toList();
        } catch (KafkaException e) {
            throw new RefusalException(new Refusal(
                    Status.Code.UNAVAILABLE,
                    "TOPICS_UNREADABLE",
                    "",
                    "the topics cannot be read to their end; try again"));
        }
    }

    private static boolean isOf(Dataset dataset, String topic) {
        String generations = dataset.topic().substring(0, dataset.topic().lastIndexOf(".g") + 2);
        return topic.startsWith(generations)
                && topic.substring(generations.length()).matches("[0-9]+");
    }

    /** Under whichever version of the keys the topic is, the person is on one of these partitions. */
    private static Found found(KafkaConsumer<byte[], byte[]> consumer, Set<PersonKey> known, String topic) {
        int partitions = consumer.partitionsFor(topic, PATIENCE).size();
        Set<TopicPartition> parts = known.stream()
                .map(key -> new TopicPartition(topic, key.partition(partitions)))
                .collect(Collectors.toSet());
        consumer.assign(parts);
        consumer.seekToBeginning(parts);
        Map<TopicPartition, Long> end = consumer.endOffsets(parts, PATIENCE);
        Found found = new Found(topic, 0, 0, Instant.EPOCH);
        while (end.entrySet().stream().anyMatch(part -> consumer.position(part.getKey()) < part.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                found = isAbout(known, record) ? found.and(record) : found;
            }
        }
        return found;
    }

    private static boolean isAbout(Set<PersonKey> known, ConsumerRecord<byte[], byte[]> record) {
        return RecordKey.read(record.key())
                .filter(key -> known.contains(key.person()))
                .isPresent();
    }

    /**
     * What a topic has of the person.
     *
     * @param values records with a fact in them
     * @param tombstones records that erase one
     * @param newest when the newest of them all was written, by the broker's record
     */
    record Found(String topic, long values, long tombstones, Instant newest) {
        Found and(ConsumerRecord<byte[], byte[]> record) {
            Instant written = Instant.ofEpochMilli(record.timestamp());
            return new Found(
                    topic,
                    values + (record.value() == null ? 0 : 1),
                    tombstones + (record.value() == null ? 1 : 0),
                    written.isAfter(newest) ? written : newest);
        }
    }
}
