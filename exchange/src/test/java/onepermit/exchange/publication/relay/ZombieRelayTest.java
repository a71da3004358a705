package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.replica.reader.Rebuilds;
import onepermit.exchange.replica.reader.Slot;
import onepermit.exchange.replica.reader.Slots;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.Histories;
import onepermit.exchange.testing.History;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadChild;
import onepermit.exchange.testing.TopicReader;
import onepermit.exchange.testing.TopicSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay frozen past its lease with a batch in hand wakes up when another leads; the topic must stay good enough to rebuild from. */
class ZombieRelayTest {
    private final List<PersonKey> persons =
            Stream.generate(new People(5)::next).limit(5).toList();
    private final History history = new History();

    @Test
    void it_cannot_put_an_old_version_over_a_newer_and_a_replica_rebuilt_from_the_compacted_topic_is_right(
            @TempDir Path folder) throws IOException {
        Path go = folder.resolve("go");
        try (Pair pair = Pair.start(Map.of("onepermit.relay.enabled", "false", "onepermit.relay.lease", "1500ms"))) {
            publish(pair, 0);
            try (Child zombie = child(pair, go)) {
                zombie.awaitSaid("HELD AT BATCH_SENT");
                zombie.freeze();
                IntStream.range(1, 4).forEach(round -> publish(pair, round));
                succeed(pair);

                Files.createFile(go);
                zombie.thaw();

                zombie.awaitSaid("GOES ON");
                zombie.awaitSaid("relay.trouble");
            }
            assertThat(Histories.violations(history, pair)).isEmpty();
            pair.awaitEqual(Owner.DATASET);
            compact(pair);
            rebuild(pair);
            pair.awaitEqual(Owner.DATASET);
        }
    }

    private static void succeed(Pair pair) {
        pair.settings().put("onepermit.relay.enabled", "true");
        pair.restartOwner();
        Await.until("the successor has sent everything", () -> pair.publisher().outboxRows() == 0);
    }

    private void compact(Pair pair) {
        new TopicSettings(pair.kafka(), pair.topic()).compactAtOnce();
        Await.until("of each fact one record is left on the topic", () -> facts(pair) == persons.size());
    }

    private static long facts(Pair pair) {
        try (TopicReader reader = new TopicReader(pair.kafka(), pair.topic(), 4)) {
            return reader.readToEnd().stream()
                    .filter(record -> !RecordKey.isWatermark(record.key()))
                    .count();
        }
    }

    private static void rebuild(Pair pair) {
        Dataset dataset = pair.reader().getBean(Catalogue.class).dataset(Owner.DATASET);
        Slot shadow = pair.reader().getBean(Rebuilds.class).begin(dataset);
        Slots slots = pair.reader().getBean(Slots.class);
        Await.until(
                "the rebuilt replica is active",
                () -> slots.active(Owner.DATASET)
                        .filter(active -> active.number() == shadow.number())
                        .isPresent());
    }

    private void publish(Pair pair, int round) {
        List<String> contents =
                persons.stream().map(person -> "r" + round + "-" + person.hex()).toList();
        pair.publisher()
                .publish(IntStream.range(0, persons.size())
                        .mapToObj(i -> Owner.hukou(persons.get(i), contents.get(i)))
                        .toList());
        history.attempted(
                History.Outcome.COMMITTED,
                IntStream.range(0, persons.size())
                        .mapToObj(i -> new History.Change(persons.get(i).hex(), contents.get(i)))
                        .toList());
    }

    private static Child child(Pair pair, Path go) {
        Map<String, String> settings = new HashMap<>(pair.settings());
        settings.put("onepermit.relay.enabled", "true");
        settings.put("onepermit.replica.enabled", "false");
        settings.put("test.stop-at", Point.BATCH_SENT.name());
        settings.put("test.go", go.toString());
        return RoadChild.start("permit", pair.ownerDatabase(), settings);
    }
}
