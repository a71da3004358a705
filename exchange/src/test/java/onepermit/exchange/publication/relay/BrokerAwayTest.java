package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Broker;
import onepermit.exchange.testing.Histories;
import onepermit.exchange.testing.History;
import onepermit.exchange.testing.Load;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kafka away is back-pressure, not loss; and a reader that hears nothing says so. */
@org.junit.jupiter.api.Tag("long")
class BrokerAwayTest {
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final History history = new History();
    private final List<PersonKey> persons =
            Stream.generate(new People(10)::next).limit(20).toList();

    @Test
    void broker_killed_and_started_again_loses_nothing_and_owners_go_on_meanwhile() {
        try (Broker broker = Broker.start();
                Pair pair = Pair.start(broker.bootstrapServers(), Map.of())) {
            publish(pair, 0);
            Await.until(
                    "the road is open", () -> pair.version(persons.getFirst()).isPresent());

            broker.kill();
            IntStream.range(1, 30).forEach(round -> publish(pair, round));
            assertThat(pair.publisher().outboxRows()).isPositive();
            Await.until(
                    "the reader's knowledge grows old",
                    () -> !pair.find(persons.getFirst()).fresh(Duration.ofSeconds(2)));
            broker.restart();

            Await.until("the outbox is drained", () -> pair.publisher().outboxRows() == 0);
            pair.awaitEqual(Owner.DATASET);
            Await.until(
                    "the reader is fresh again",
                    () -> pair.find(persons.getFirst()).fresh(Duration.ofSeconds(5)));
            assertThat(Histories.violations(history, pair)).isEmpty();
        }
    }

    /** Away for a moment the producer lives on; away for longer than it waits, another leadership has begun to look for the broker. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void a_broker_that_is_back_is_used_again_within_seconds(int secondsAway) {
        try (Broker broker = Broker.start();
                Pair pair = Pair.start(broker.bootstrapServers(), Map.of())) {
            PersonKey person = persons.getFirst();
            publish(pair, 0);
            Await.until("the road is open", () -> pair.version(person).isPresent());
            for (int round = 1; round <= 2; round++) {
                broker.kill();
                publish(pair, round);
                awaitOld(pair, person, Duration.ofSeconds(secondsAway));
                broker.restart();
                Await.until(
                        "the outbox is drained", SECONDS, () -> pair.publisher().outboxRows() == 0);
                Await.until(
                        "the reader is fresh again",
                        SECONDS,
                        () -> pair.find(person).fresh(Duration.ofSeconds(2)));
            }
        }
    }

    private static void awaitOld(Pair pair, PersonKey person, Duration age) {
        Await.until(
                "the reader has heard nothing for a while",
                () -> pair.find(person).age().compareTo(age) >= 0);
    }

    @Test
    void broker_killed_again_and_again_under_load_loses_and_inverts_nothing() {
        try (Broker broker = Broker.start();
                Pair pair = Pair.start(broker.bootstrapServers(), Map.of())) {
            try (Load load = Load.on(pair.publisher(), history, persons)) {
                for (int kill = 0; kill < 3; kill++) {
                    load.awaitFurther(300);
                    broker.kill();
                    load.awaitFurther(300);
                    broker.restart();
                }
            }

            Await.until(
                    "the outbox is drained",
                    Duration.ofMinutes(3),
                    () -> pair.publisher().outboxRows() == 0);
            pair.awaitEqual(Owner.DATASET);
            assertThat(Histories.violations(history, pair)).isEmpty();
        }
    }

    private void publish(Pair pair, int round) {
        pair.publisher()
                .publish(persons.stream()
                        .map(person -> Owner.hukou(person, round + "-" + person.hex()))
                        .toList());
        history.attempted(
                History.Outcome.COMMITTED,
                persons.stream()
                        .map(person -> new History.Change(person.hex(), round + "-" + person.hex()))
                        .toList());
    }
}
