package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import onepermit.permit.v1.HukouFact;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A record that cannot be applied stops its person and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.junit.jupiter.api.Tag("long")
class PoisonTest {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    private static final byte[] GARBAGE = {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1};

    private final Pair pair = Pair.start(Map.of());
    private final Dataset hukou = pair.reader().getBean(Catalogue.class).dataset("hukou.place");
    private final Injector injector = new Injector(TestInfrastructure.kafka(), hukou.topic());
    private final People people = new People(8);
    private final Random random = new Random(8);

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
            if (i % 20 == 0) {
                parked.addAll(hostile(people.next()));
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
        assertThat(good).allMatch(person -> pair.find(person).fresh(QUARTER_HOUR));
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
                () -> pair.readerJdbc()
                                .queryForObject("SELECT count(*) FROM parked WHERE key = '\\x010203'", Long.class)
                        == 1);
        assertThat(pair.reader().getBean(Replay.class).dismiss(hukou)).isPositive();
    }

    private List<PersonKey> hostile(PersonKey person) {
        byte[] key = new RecordKey(person, "hukou").bytes();
        int part = person.partition(4);
        int wrong = (part + 1) % 4;
        switch (random.nextInt(7)) {
            case 0 -> injector.send(injector.bare(part, "short".getBytes(StandardCharsets.UTF_8), GARBAGE));
            case 1 -> injector.send(injector.bare(part, null, payload("x")));
            case 2 -> injector.send(injector.bare(part, RecordKey.watermark(), GARBAGE));
            case 3 -> {
                injector.send(injector.bare(part, key, payload("x")));
                return List.of(person);
            }
            case 4 -> {
                ProducerRecord<byte[], byte[]> good = injector.hukou(person, 1, payload("x"));
                injector.send(new ProducerRecord<>(good.topic(), wrong, good.key(), good.value(), good.headers()));
                return List.of(person);
            }
            case 5 -> {
                injector.send(injector.hukou(person, -1, payload("x")));
                return List.of(person);
            }
            default -> {
                injector.send(injector.hukou(person, 1, GARBAGE));
                injector.send(injector.hukou(person, 2, payload("x")));
                return List.of(person);
            }
        }
        return List.of();
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
