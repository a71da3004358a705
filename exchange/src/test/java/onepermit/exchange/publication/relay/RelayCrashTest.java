package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.Histories;
import onepermit.exchange.testing.History;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadChild;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TopicReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A relay in a process of its own is killed at a named point; another goes on. */
class RelayCrashTest {
    private final TestDatabase database = TestInfrastructure.database();
    private final String prefix = TestInfrastructure.topicPrefix();
    private final List<PersonKey> persons =
            Stream.generate(new People(5)::next).limit(5).toList();
    private final History history = new History();

    @Test
    void killed_between_the_owners_commit_and_its_sending_it_loses_nothing() {
        killAt(Point.BATCH_READ);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            names = {"LEASE_TAKEN", "FENCED_OTHERS", "BATCH_SENT", "BATCH_COMMITTED", "BATCH_DELETED", "WATERMARK_SENT"
            })
    void killed_anywhere_it_loses_and_inverts_nothing(Point point) {
        killAt(point);
    }

    private void killAt(Point point) {
        try (ConfigurableApplicationContext service = service(Map.of("onepermit.relay.enabled", "false"))) {
            Owner owner = new Owner(service);
            IntStream.range(0, 3).forEach(round -> publish(owner, round));
            try (Child relay = child(point)) {
                relay.awaitSaid("HELD AT " + point);
                publish(owner, 3);
                relay.kill();
            }
            try (ConfigurableApplicationContext successor = service(Map.of())) {
                Await.until("the successor has sent everything", () -> owner.outboxRows() == 0);
                assertThat(successor.isActive()).isTrue();
            }
            checkTopic();
        }
    }

    private void checkTopic() {
        try (TopicReader reader = new TopicReader(TestInfrastructure.kafka(), prefix + "hukou.place.g1", 4)) {
            Histories.saw(history, reader.readToEnd());
        }
        assertThat(history.violations()).isEmpty();
    }

    private void publish(Owner owner, int round) {
        List<FactChange> changes = persons.stream()
                .map(person -> Owner.hukou(person, "r" + round + "-" + person.hex()))
                .toList();
        owner.publish(changes);
        history.attempted(
                History.Outcome.COMMITTED,
                persons.stream()
                        .map(person -> new History.Change(person.hex(), "r" + round + "-" + person.hex()))
                        .toList());
    }

    private Child child(Point point) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("onepermit.replica.enabled", "false");
        settings.put("test.stop-at", point.name());
        return RoadChild.start("permit", database, settings);
    }

    private ConfigurableApplicationContext service(Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("onepermit.replica.enabled", "false");
        settings.putAll(further);
        return RoadService.start("permit", database, settings);
    }

    private Map<String, String> settings() {
        return Map.of(
                "onepermit.kafka.bootstrap-servers", TestInfrastructure.kafka(),
                "onepermit.kafka.prefix", prefix,
                "onepermit.relay.lease", "1500ms",
                "onepermit.relay.batch", "7",
                "onepermit.relay.watermark", "200ms");
    }
}
