package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Injector;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TopicReader;
import onepermit.permit.v1.HukouFact;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever comes twice, late or again from the beginning leaves the replica as it was. */
class RepeatsTest {
    private final Pair pair = Pair.start(Map.of());
    private final String topic = pair.settings().get("onepermit.kafka.prefix") + "hukou.place.g1";
    private final People people = new People(6);

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void everything_delivered_twice_leaves_the_same_replica() {
        publishSome();

        deliverAgain();

        publishSome();
        pair.awaitEqual(Owner.DATASET);
    }

    @Test
    void a_replay_from_zero_leaves_the_same_replica() {
        publishSome();
        pair.awaitEqual(Owner.DATASET);

        pair.readerJdbc().update("UPDATE replica_offset SET next_offset = 0, epoch = epoch + 1");

        publishSome();
        pair.awaitEqual(Owner.DATASET);
    }

    @Test
    void month_seven_before_month_six_and_seven_twice_leave_month_seven() {
        PersonKey person = people.next();
        List<Long> versions = new ArrayList<>(List.of(7L, 6L, 7L, 3L, 5L, 7L));
        Collections.shuffle(versions, new Random(7));
        PersonKey last = neighbour(person);

        try (Injector injector = new Injector(TestInfrastructure.kafka(), topic)) {
            versions.forEach(version -> injector.send(injector.hukou(person, version, payload("month " + version))));
            injector.send(injector.hukou(last, 1, payload("last")));
        }

        Await.until("version 7 is at the reader", () -> pair.version(person).equals(Optional.of(7L)));
        Await.until("the last record is at the reader", () -> pair.version(last).isPresent());
        assertThat(pair.version(person)).contains(7L);
        assertThat(pair.find(person).rows().getFirst().payload()).isEqualTo(payload("month 7"));
    }

    @Test
    void an_erased_fact_does_not_rise_again_from_an_older_version() {
        PersonKey person = people.next();
        PersonKey last = neighbour(person);

        try (Injector injector = new Injector(TestInfrastructure.kafka(), topic)) {
            injector.send(injector.hukou(person, 2, null));
            injector.send(injector.hukou(person, 1, payload("old")));
            injector.send(injector.hukou(last, 1, payload("last")));
        }

        Await.until("the last record is at the reader", () -> pair.version(last).isPresent());
        assertThat(pair.version(person)).isEmpty();
    }

    /** Somebody on the same partition: what is sent about it later arrives later. */
    private PersonKey neighbour(PersonKey person) {
        return Stream.generate(people::next)
                .filter(other -> other.partition(4) == person.partition(4))
                .findFirst()
                .orElseThrow();
    }

    private void publishSome() {
        PersonKey[] persons = Stream.generate(people::next).limit(50).toArray(PersonKey[]::new);
        pair.publisher().publish("350203", persons);
        pair.publisher().publish("420106", persons);
        pair.publisher().erase(persons[0]);
    }

    private void deliverAgain() {
        try (TopicReader reader = new TopicReader(TestInfrastructure.kafka(), topic, 4);
                Injector injector = new Injector(TestInfrastructure.kafka(), topic)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                injector.send(new ProducerRecord<>(
                        topic, record.partition(), record.key(), record.value(), record.headers()));
            }
        }
    }

    private static byte[] payload(String division) {
        return HukouFact.newBuilder().setDivision(division).build().toByteArray();
    }
}
