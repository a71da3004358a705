package onepermit.exchange.replica.reader;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.publication.wire.TopicWatch;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens memberships of the department's consumer group. */
final class Sessions {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final ReplicaSettings settings;
    private final String department;
    private final List<Dataset> datasets;
    private final Slots slots;
    private final Offsets offsets;
    private final Applying applying;
    private final Reading reading;
    private final ReaderMetrics metrics;
    private final Clock clock;
    private final ReadPoint.Listener point;
    private final Consumer<String> rebuild;
    private final Following following;
    private final AtomicBoolean agreed = new AtomicBoolean();

    Sessions(
            KafkaSettings kafka,
            ReplicaSettings settings,
            String department,
            List<Dataset> datasets,
            Slots slots,
            Offsets offsets,
            Applying applying,
            Reading reading,
            ReaderMetrics metrics,
            Clock clock,
            ReadPoint.Listener point,
            Consumer<String> rebuild,
            Copies copies) {
        this.kafka = kafka;
        this.settings = settings;
        this.department = department;
        this.datasets = datasets;
        this.slots = slots;
        this.offsets = offsets;
        this.applying = applying;
        this.reading = reading;
        this.metrics = metrics;
        this.clock = clock;
        this.point = point;
        this.rebuild = rebuild;
        copies.onChange(() -> agreed.set(true));
        this.following = new Following(slots, offsets, new LeftSlots(slots, metrics), rebuild, copies);
    }

    /** Every dataset has its slot, also where the broker is not there yet: a question finds nothing rather than no place to look. */
    void ensureSlots() {
        slots.ensure(datasets);
        following.leaveWhatIsNotShared();
    }

    /** Asks the broker for the topics first: while it is away no consumer must look for it, nor for a topic that is away. */
    Open open() {
        TopicWatch topics = new TopicWatch(kafka, "replica-topics", topicNames(), LOOK);
        try {
            List<Slot> followed = following.among(slots.active(), topics.now());
            KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            return new Open(topics, consumer, session(topics, followed, consumer));
        } catch (RuntimeException e) {
            topics.close();
            throw e;
        }
    }

    private List<String> topicNames() {
        return slots.active().stream().map(Slot::topic).toList();
    }

    private Session session(TopicWatch topics, List<Slot> followed, KafkaConsumer<byte[], byte[]> consumer) {
        Claims claims = new Claims(offsets, clock, settings.tombstones());
        return new Session(
                consumer, topics, followed, following, slots, claims, applying, reading, metrics, point, rebuild,
                agreed);
    }

    private Map<String, Object> consumerSettings() {
        String group = kafka.prefix() + "replica-" + department;
        Map<String, Object> consumer = kafka.forReader(group, settings.maxPollRecords());
        consumer.put("group.id", group);
        consumer.put("group.protocol", "consumer");
        return consumer;
    }

    /** A membership, left on close. */
    record Open(TopicWatch topics, KafkaConsumer<byte[], byte[]> consumer, Session session) implements AutoCloseable {
        @Override
        public void close() {
            topics.close();
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
        }
    }
}
