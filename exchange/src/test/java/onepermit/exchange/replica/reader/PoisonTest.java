package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Injector;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Watermark;
import onepermit.permit.v1.HukouFact;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A record that cannot be applied stops its person and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    private static final byte[] GARBAGE = {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1};

    private final Pair pair = Pair.start(Map.of());
    private final Dataset hukou = pair.reader().getBean(Catalogue.class).dataset("hukou.place");
    private final Injector injector = new Injector(TestInfrastructure.kafka(), hukou.topic());
    private final People people = new People(8);

    @AfterAll
    void close() {
        injector.close();
        pair.close();
    }

    @Test
    void hostile_records_between_good_ones_park_their_persons_and_no_others() {
        List<PersonKey> good = Stream.generate(people::next).limit(200).toList();
        List<PersonKey> parked = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            pair.publisher().publish("350203", good.get(i));
            if (i % 10 == 0) {
                PersonKey person = people.next();
                parked.add(person);
                hostile(i / 10, person).forEach(injector::send);
                injector.send(anonymous(i / 10, i % 4));
            }
        }

        for (PersonKey person : good) {
            Await.until(
                    "a good fact between hostile ones",
                    () -> pair.version(person).isPresent());
        }
        Await.until(
                "all hostile persons are parked",
                () -> parked.stream().allMatch(person -> pair.find(person).parked()));
        assertThat(parked).noneMatch(person -> pair.find(person).fresh(QUARTER_HOUR));
        Await.until(
                "all others are fresh",
                () -> good.stream().allMatch(person -> pair.find(person).fresh(QUARTER_HOUR)));
        assertThat(reasons())
                .contains("UNREADABLE_KEY", "UNREADABLE_PAYLOAD", "MISSING_VERSION", "INVALID", "PERSON_PARKED");
    }

    @Test
    void after_its_cause_is_mended_a_person_is_replayed_in_order_and_fresh_again() {
        PersonKey person = people.next();
        injector.send(injector.hukou(person, 1, GARBAGE));
        injector.send(injector.hukou(person, 2, payload("420106")));
        injector.send(injector.hukou(person, 3, payload("310101")));
        Await.until("three records are parked", () -> parkedOf(person) == 3);
        assertThat(replay(person)).isEqualTo(new Replay.Outcome(0, 3));

        pair.readerJdbc()
                .update(
                        "UPDATE parked SET value = ? WHERE person = ? AND reason = 'UNREADABLE_PAYLOAD'",
                        payload("350203"),
                        person.bytes());

        assertThat(replay(person)).isEqualTo(new Replay.Outcome(3, 0));
        assertThat(pair.version(person)).contains(3L);
        Await.until("the person is fresh again", () -> pair.find(person).fresh(QUARTER_HOUR));
        injector.send(injector.hukou(person, 4, payload("350203")));
        Await.until("later records are applied", () -> pair.version(person).equals(java.util.Optional.of(4L)));
    }

    @Test
    void a_record_whose_person_nobody_can_tell_is_kept_until_it_is_dismissed() {
        injector.send(injector.bare(0, new byte[] {1, 2, 3}, new byte[] {4}));

        Await.until(
                "the record is parked",
                () -> Objects.equals(
                        1L,
                        pair.readerJdbc()
                                .queryForObject("SELECT count(*) FROM parked WHERE key = '\\x010203'", Long.class)));
        assertThat(pair.reader().getBean(Replay.class).dismiss(hukou)).isPositive();
    }

    private List<ProducerRecord<byte[], byte[]>> hostile(int kind, PersonKey person) {
        ProducerRecord<byte[], byte[]> good = injector.hukou(person, 1, payload("x"));
        return switch (kind % 8) {
            case 0 -> List.of(injector.bare(good.partition(), good.key(), good.value()));
            case 1 -> List.of(onPartition((good.partition() + 1) % 4, good));
            case 2 -> List.of(injector.hukou(person, -1, payload("x")));
            case 3 -> List.of(injector.hukou(person, 1, GARBAGE), injector.hukou(person, 2, payload("x")));
            case 4 -> List.of(withKey(new RecordKey(person, "hu\0kou"), good));
            case 5 -> List.of(withHeader("ce_time", "+290000000-01-01T00:00:00Z", good));
            case 6 -> List.of(withHeader("ce_source", "/onepermit/health-service", good));
            default -> List.of(withHeader("op_version", "99999999999999999999", good));
        };
    }

    /** Nobody can tell whose these are. A record without a key the broker itself refuses. */
    private ProducerRecord<byte[], byte[]> anonymous(int kind, int part) {
        return switch (kind % 4) {
            case 0 -> injector.bare(part, "short".getBytes(StandardCharsets.UTF_8), GARBAGE);
            case 1 -> injector.bare(part, RecordKey.watermark(), GARBAGE);
            case 2 -> injector.bare(part, RecordKey.watermark(), endOfTime());
            default -> injector.bare(part, RecordKey.watermark(), null);
        };
    }

    private static byte[] endOfTime() {
        return Watermark.newBuilder()
                .setTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                .build()
                .toByteArray();
    }

    private static ProducerRecord<byte[], byte[]> onPartition(int part, ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), part, record.key(), record.value(), record.headers());
    }

    private static ProducerRecord<byte[], byte[]> withKey(RecordKey key, ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), key.bytes(), record.value(), record.headers());
    }

    private static ProducerRecord<byte[], byte[]> withHeader(
            String name, String value, ProducerRecord<byte[], byte[]> record) {
        record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private List<String> reasons() {
        return pair.readerJdbc().queryForList("SELECT DISTINCT reason FROM parked", String.class);
    }

    private long parkedOf(PersonKey person) {
        Long count = pair.readerJdbc()
                .queryForObject("SELECT count(*) FROM parked WHERE person = ?", Long.class, person.bytes());
        return count == null ? 0 : count;
    }

    private Replay.Outcome replay(PersonKey person) {
        return pair.reader().getBean(Replay.class).person(hukou, person);
    }

    private static byte[] payload(String division) {
        return HukouFact.newBuilder().setDivision(division).build().toByteArray();
    }
}
