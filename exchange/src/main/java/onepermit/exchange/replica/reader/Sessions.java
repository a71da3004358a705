package onepermit.exchange.replica.reader;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens memberships of the department's consumer group. */
final class Sessions {
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
            Consumer<String> rebuild) {
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
    }

    /** Every dataset has its slot, also where the broker is not there yet: a question finds nothing rather than no place to look. */
    void ensureSlots() {
        slots.ensure(datasets);
    }

    Open open() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Claims claims = new Claims(offsets, clock, settings.tombstones());
        return new Open(consumer, new Session(consumer, slots, claims, applying, reading, metrics, point, rebuild));
    }

    private Map<String, Object> consumerSettings() {
        String group = kafka.prefix() + "replica-" + department;
        Map<String, Object> consumer = kafka.forReader(group, settings.maxPollRecords());
        consumer.put("group.id", group);
        consumer.put("group.protocol", "consumer");
        return consumer;
    }

    /** A membership, left on close. */
    record Open(KafkaConsumer<byte[], byte[]> consumer, Session session) implements AutoCloseable {
        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(java.time.Duration.ofSeconds(5)));
        }
    }
}
