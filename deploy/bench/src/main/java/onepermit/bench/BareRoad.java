package onepermit.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The bare limit of the road: a producer, and a consumer that upserts each poll in one statement. No outbox, no versions, no watermark. */
final class BareRoad implements AutoCloseable {
    private static final String TOPIC = "bench.bare";
    private static final String UPSERT = """
            INSERT INTO bench_road (id, payload, at) SELECT DISTINCT ON (v.id) v.id, v.payload, v.at
            FROM unnest(?::bytea[], ?::bytea[], ?::bigint[]) AS v (id, payload, at) ORDER BY v.id, v.at DESC
            ON CONFLICT (id) DO UPDATE SET payload = excluded.payload, at = excluded.at""";
    private final DataSource database;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AtomicLong applied = new AtomicLong();
    private final Thread reader;
    private volatile boolean open = true;

    private static Map<String, Object> with(Map<String, Object> broker, Map<String, Object> own) {
        var settings = new HashMap<>(broker);
        settings.putAll(own);
        return settings;
    }

    BareRoad(Bed bed) throws Exception {
        database = bed.education();
        try (var admin = Admin.create(bed.kafka())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 4, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_road");
            statement.execute("CREATE TABLE bench_road (id bytea PRIMARY KEY, payload bytea, at bigint)");
        }
        producer = new KafkaProducer<>(
                with(bed.kafka(), Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 5)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                with(
                        bed.kafka(),
                        Map.of(
                                "group.id",
                                "bench-" + System.nanoTime(),
                                "auto.offset.reset",
                                "latest",
                                "max.poll.records",
                                2000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPIC));
        consumer.poll(Duration.ofSeconds(5));
        reader = Thread.ofPlatform().name("bare-reader").start(this::read);
    }

    void send(byte[] key, byte[] payload) {
        producer.send(new ProducerRecord<>(TOPIC, key, payload));
    }

    void flush() {
        producer.flush();
    }

    long applied() {
        return applied.get();
    }

    private void read() {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            connection.setAutoCommit(false);
            while (open) {
                var records = consumer.poll(Duration.ofMillis(100));
                if (!records.isEmpty()) {
                    int n = records.count();
                    var ids = new byte[n][];
                    var payloads = new byte[n][];
                    var times = new Long[n];
                    int i = 0;
                    for (var record : records) {
                        ids[i] = record.key();
                        payloads[i] = record.value();
                        times[i++] = record.timestamp();
                    }
                    upsert.setArray(1, connection.createArrayOf("bytea", ids));
                    upsert.setArray(2, connection.createArrayOf("bytea", payloads));
                    upsert.setArray(3, connection.createArrayOf("bigint", times));
                    upsert.executeUpdate();
                    connection.commit();
                    applied.addAndGet(n);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            consumer.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        reader.join();
        producer.close();
    }
}
