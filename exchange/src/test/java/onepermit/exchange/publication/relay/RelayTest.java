package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TopicReader;
import onepermit.exchange.v1.Watermark;
import onepermit.permit.v1.HukouFact;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {
    private final ConfigurableApplicationContext service = RoadService.start(
            "permit",
            TestInfrastructure.database(),
            Map.of(
                    "onepermit.kafka.bootstrap-servers", TestInfrastructure.kafka(),
                    "onepermit.kafka.prefix", TestInfrastructure.topicPrefix(),
                    "onepermit.relay.batch", "100"));
    private final Owner owner = new Owner(service);
    private final Dataset hukou = service.getBean(Catalogue.class).dataset("hukou.place");
    private final People people = new People(2);

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_change_reaches_its_topic_as_a_cloud_event_on_the_partition_of_its_person() throws Exception {
        PersonKey person = people.next();

        owner.publish("350203", person);

        ConsumerRecord<byte[], byte[]> record = recordsOf(person, 1).getFirst();
        assertThat(record.partition()).isEqualTo(person.partition(4));
        assertThat(HukouFact.parseFrom(record.value()).getDivision()).isEqualTo("350203");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_subject")).isEqualTo(person.hex());
        assertThat(header(record, "content-type")).isEqualTo("application/protobuf");
        assertThat(FactHeaders.read(record.headers())).hasValueSatisfying(headers -> {
            assertThat(headers.type()).isEqualTo("onepermit.hukou.PlaceChanged.v1");
            assertThat(headers.source()).isEqualTo("/onepermit/permit-service");
            assertThat(headers.incarnation()).isEqualTo(1);
            assertThat(headers.version()).isEqualTo(1);
            assertThat(headers.id()).startsWith("hukou.place/1/1/");
        });
    }

    @Test
    void versions_of_a_fact_arrive_in_order_and_an_erasure_is_a_tombstone_with_a_version() {
        PersonKey person = people.next();

        Stream.of("350203", "420106", "310101").forEach(division -> owner.publish(division, person));
        owner.erase(person);

        List<ConsumerRecord<byte[], byte[]>> records = recordsOf(person, 4);
        assertThat(records)
                .extracting(record ->
                        FactHeaders.read(record.headers()).orElseThrow().version())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(records.getLast().value()).isNull();
    }

    @Test
    void a_watermark_comes_to_every_partition_behind_what_was_committed_before_it() throws Exception {
        PersonKey person = people.next();
        owner.publish("350203", person);
        Instant committed = Instant.now();

        try (TopicReader reader = reader()) {
            reader.readUntil(
                    "a watermark later than the commit on every partition",
                    () -> reader.records().stream()
                                    .filter(record -> RecordKey.isWatermark(record.key()))
                                    .filter(record -> time(record).isAfter(committed))
                                    .map(ConsumerRecord::partition)
                                    .distinct()
                                    .count()
                            == 4);
            List<ConsumerRecord<byte[], byte[]>> part = reader.records().stream()
                    .filter(record -> record.partition() == person.partition(4))
                    .toList();
            int fact = indexOf(part, person);
            int watermark = firstLater(part, committed);
            assertThat(fact).isBetween(0, watermark);
        }
    }

    @Test
    void a_large_backlog_drains_in_batches_and_leaves_an_empty_outbox() {
        PersonKey[] persons = Stream.generate(people::next).limit(1_050).toArray(PersonKey[]::new);

        owner.publish("350203", persons);

        Await.until("the outbox is empty", () -> owner.outboxRows() == 0);
        try (TopicReader reader = reader()) {
            assertThat(reader.readToEnd())
                    .extracting(record -> RecordKey.read(record.key()).map(RecordKey::person))
                    .contains(Stream.of(persons).map(java.util.Optional::of).toArray(java.util.Optional[]::new));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(PersonKey person, int count) {
        try (TopicReader reader = reader()) {
            reader.readUntil(
                    "the records of the person", () -> of(person, reader).size() >= count);
            return of(person, reader);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(PersonKey person, TopicReader reader) {
        return reader.records().stream().filter(record -> isOf(person, record)).toList();
    }

    private static boolean isOf(PersonKey person, ConsumerRecord<byte[], byte[]> record) {
        return RecordKey.read(record.key())
                .filter(key -> key.person().equals(person))
                .isPresent();
    }

    private static int indexOf(List<ConsumerRecord<byte[], byte[]>> records, PersonKey person) {
        return records.indexOf(records.stream()
                .filter(record -> isOf(person, record))
                .findFirst()
                .orElseThrow());
    }

    private static int firstLater(List<ConsumerRecord<byte[], byte[]>> records, Instant time) {
        return records.indexOf(records.stream()
                .filter(record ->
                        RecordKey.isWatermark(record.key()) && time(record).isAfter(time))
                .findFirst()
                .orElseThrow());
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> record) {
        try {
            var time = Watermark.parseFrom(record.value()).getTime();
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private TopicReader reader() {
        return new TopicReader(TestInfrastructure.kafka(), hukou.topic(), hukou.partitions());
    }
}
