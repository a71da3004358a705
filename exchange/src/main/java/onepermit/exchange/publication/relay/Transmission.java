package onepermit.exchange.publication.relay;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The producer of one leadership. Its transactional id is the same for all leaders of a department, so that beginning a new one
 * fences the one before with all it has buffered; transactions serve nothing else.
 */
final class Transmission implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Records records;
    private final Point.Listener point;

    Transmission(KafkaSettings settings, String department, Records records, Point.Listener point) {
        this.producer = new KafkaProducer<>(
                settings(settings, department), new ByteArraySerializer(), new ByteArraySerializer());
        this.records = records;
        this.point = point;
    }

    /** From here on nothing of an earlier leader can reach a topic. */
    void fenceOthers() {
        producer.initTransactions();
    }

    Outcome send(List<OutboxRow> rows) {
        Queue<Outcome.RefusedRow> refused = new ConcurrentLinkedQueue<>();
        producer.beginTransaction();
        try {
            for (OutboxRow row : rows) {
                producer.send(records.of(row), (ack, e) -> note(row, e, refused));
            }
            point.passed(Point.BATCH_SENT);
            producer.commitTransaction();
            return new Outcome.Sent();
        } catch (KafkaException e) {
            if (refused.isEmpty() || e instanceof ProducerFencedException) {
                throw e;
            }
            producer.abortTransaction();
            return new Outcome.Refused(List.copyOf(refused));
        }
    }

    /**
     * Sends watermarks if the topics stand once they are there: each is then on the topic it names, and never on another of that name.
     *
     * @return topics that refuse their watermark, and why; nothing was sent then
     */
    Map<String, String> tell(Iterable<ProducerRecord<byte[], byte[]>> watermarks, BooleanSupplier topicsStand) {
        Map<String, String> refused = new ConcurrentHashMap<>();
        producer.beginTransaction();
        try {
            watermarks.forEach(record -> producer.send(record, (ack, e) -> note(record.topic(), e, refused)));
            producer.flush();
            if (topicsStand.getAsBoolean()) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
            return Map.of();
        } catch (KafkaException e) {
            if (refused.isEmpty() || e instanceof ProducerFencedException) {
                throw e;
            }
            producer.abortTransaction();
            return Map.copyOf(refused);
        }
    }

    /** Without waiting: what is not committed by now must not be. */
    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
    }

    private static void note(OutboxRow row, @Nullable Exception e, Queue<Outcome.RefusedRow> refused) {
        switch (e) {
            case RecordTooLargeException tooLarge ->
                refused.add(new Outcome.RefusedRow(row, "RECORD_TOO_LARGE", false));
            case TopicAuthorizationException denied ->
                refused.add(new Outcome.RefusedRow(row, "TOPIC_NOT_AUTHORISED", true));
            case InvalidTopicException invalid -> refused.add(new Outcome.RefusedRow(row, "TOPIC_INVALID", true));
            case null, default -> {
                // acknowledged, or the consequence of another row's refusal, or trouble that the commit will name
            }
        }
    }

    private static void note(String topic, @Nullable Exception e, Map<String, String> refused) {
        switch (e) {
            case RecordTooLargeException tooLarge -> refused.put(topic, "RECORD_TOO_LARGE");
            case TopicAuthorizationException denied -> refused.put(topic, "TOPIC_NOT_AUTHORISED");
            case InvalidTopicException invalid -> refused.put(topic, "TOPIC_INVALID");
            case InvalidTimestampException time -> refused.put(topic, "TIMESTAMP_REFUSED");
            case InvalidRecordException invalid -> refused.put(topic, "RECORD_REFUSED");
            case null, default -> {
                // acknowledged, or the consequence of another topic's refusal, or trouble that the commit will name
            }
        }
    }

    private static Map<String, Object> settings(KafkaSettings settings, String department) {
        String id = settings.prefix() + "relay-" + department;
        Map<String, Object> producer = settings.forClient(id);
        producer.put("transactional.id", id);
        producer.put("transaction.timeout.ms", 30_000);
        producer.put("acks", "all");
        producer.put("enable.idempotence", true);
        producer.put("linger.ms", 5);
        producer.put("batch.size", 128 * 1024);
        // A batch is refused while the markers of the transaction before are written, a few milliseconds; later waits
        // grow to a second.
        producer.put("retry.backoff.ms", 5);
        producer.put("max.block.ms", 10_000);
        producer.put("request.timeout.ms", 5_000);
        producer.put("delivery.timeout.ms", 10_000);
        return producer;
    }
}
