package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Injector;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TopicSettings;
import org.junit.jupiter.api.Test;

/** What cannot be read is left, is said to be left, and holds up nobody. */
class LeftDatasetTest {
    private final People people = new People(62);

    @Test
    void a_topic_that_is_absent_is_left_and_read_again_when_it_is_back() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = people.next();
            pair.publisher().publish("350203", person);
            pair.awaitEqual(Owner.DATASET);
            pair.stopOwner();
            new TopicSettings(pair.kafka(), pair.topic()).delete();
            Await.until("it is left", () -> left(pair, Owner.DATASET, "TOPIC_ABSENT"));
            assertThat(problem(pair)).contains("TOPIC_ABSENT");
            assertThat(pair.find(person).rows()).hasSize(1);
            send(pair, "permit.status", person);
            Await.until(
                    "others are read",
                    () -> pair.find(person, "permit.status").rows().size() == 1);
            pair.restartOwner();
            Await.until("it is read again", () -> problem(pair).isEmpty());
            pair.awaitEqual(Owner.DATASET);
            assertThat(left(pair, Owner.DATASET, "TOPIC_ABSENT")).isFalse();
        }
    }

    @Test
    void a_dataset_that_is_not_shared_any_more_is_left_and_the_others_go_on() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = people.next();
            pair.readerJdbc()
                    .update(
                            "INSERT INTO replica_slot (dataset, generation, state) VALUES ('enrolment.record', 1, 'ACTIVE')");
            send(pair, "enrolment.record", person);
            pair.restartReader();
            pair.publisher().publish("350203", person);
            pair.awaitEqual(Owner.DATASET);
            assertThat(left(pair, "enrolment.record", "NOT_SHARED")).isTrue();
        }
    }

    private static void send(Pair pair, String dataset, PersonKey person) {
        String topic = pair.settings().get("onepermit.kafka.prefix") + dataset + ".g1";
        try (Injector injector = new Injector(pair.kafka(), topic)) {
            injector.send(injector.hukou(person, 1, new byte[0]));
        }
    }

    private static boolean left(Pair pair, String dataset, String reason) {
        return pair.reader()
                        .getBean(MeterRegistry.class)
                        .find("onepermit.replica.left")
                        .tags("dataset", dataset, "reason", reason)
                        .gauge()
                != null;
    }

    private static Optional<String> problem(Pair pair) {
        return pair.reader().getBean(ReplicaStates.class).all().stream()
                .filter(state -> state.slot().dataset().id().equals(Owner.DATASET))
                .findFirst()
                .flatMap(ReplicaStates.State::problem);
    }
}
