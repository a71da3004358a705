package onepermit.exchange.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on a topic that no owner sent: hostile ones, old ones, repeats. */
public final class Injector implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    public Injector(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A record as an owner would send it, in the version given. */
    public ProducerRecord<byte[], byte[]> hukou(PersonKey person, long version, byte @Nullable [] payload) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, person.partition(4), new RecordKey(person, "hukou").bytes(), payload);
        new FactHeaders(
                        "hukou.place/1/" + version,
                        "onepermit.hukou.PlaceChanged.v1",
                        "/onepermit/permit-service",
                        java.time.Instant.now(),
                        1,
                        version,
                        0,
                        null)
                .write(record.headers(), person);
        return record;
    }

    public ProducerRecord<byte[], byte[]> bare(int part, byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, part, key, value);
    }

    public void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
