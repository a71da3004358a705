package onepermit.exchange.publication.relay;

import com.google.protobuf.Timestamp;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.v1.Watermark;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Turns outbox rows and watermarks into records, each on the partition of its person. */
final class Records {
    private final Catalogue catalogue;
    private final Department department;
    private final RoadKeys keys;

    Records(Catalogue catalogue, Department department, RoadKeys keys) {
        this.catalogue = catalogue;
        this.department = department;
        this.keys = keys;
    }

    ProducerRecord<byte[], byte[]> of(OutboxRow row) {
        Dataset dataset = catalogue.dataset(row.dataset());
        PersonKey person = keys.of(dataset.personKey(), row.person());
        RecordHeaders headers = new RecordHeaders();
        headers(row).write(headers, person);
        return new ProducerRecord<>(
                dataset.topic(),
                person.partition(dataset.partitions()),
                new RecordKey(person, row.factId()).bytes(),
                row.payload(),
                headers);
    }

    /**
     * For every partition of a dataset: nothing older than the time is missing, but for the stopped persons of that partition.
     *
     * @param topicId the topic that was filled; whoever reads another of the same name must not believe it
     */
    List<ProducerRecord<byte[], byte[]>> watermarks(
            Instant time, Dataset dataset, String topicId, Set<PersonKey> stopped) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Set<PersonKey> onTheRoad = stopped.stream()
                .map(person -> keys.of(dataset.personKey(), person))
                .collect(Collectors.toSet());
        for (int part = 0; part < dataset.partitions(); part++) {
            Watermark.Builder watermark = watermark(time, part, dataset.partitions(), onTheRoad);
            byte[] value = watermark.setTopicId(topicId).build().toByteArray();
            records.add(new ProducerRecord<>(dataset.topic(), part, RecordKey.watermark(), value));
        }
        return records;
    }

    private static Watermark.Builder watermark(Instant time, int part, int partitions, Set<PersonKey> stopped) {
        Watermark.Builder watermark = Watermark.newBuilder()
                .setTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
        stopped.stream()
                .filter(person -> person.partition(partitions) == part)
                .forEach(person -> watermark.addStopped(UnsafeByteOperations.unsafeWrap(person.bytes())));
        return watermark;
    }

    private FactHeaders headers(OutboxRow row) {
        return new FactHeaders(
                row.dataset() + "/" + row.incarnation() + "/" + row.version() + "/" + row.seq(),
                row.type(),
                department.source(),
                row.changedAt(),
                row.incarnation(),
                row.version(),
                row.hop(),
                row.traceparent());
    }
}
