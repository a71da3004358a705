package onepermit.exchange.replica.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadChild;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader in a process of its own is killed, or frozen while another takes over, at a named point. */
class ReaderCrashTest {
    private final List<PersonKey> persons =
            Stream.generate(new People(11)::next).limit(300).toList();

    @Test
    void killed_between_poll_and_commit_it_applies_everything_once() {
        killAt(ReadPoint.APPLIED_NOT_COMMITTED);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"CLAIMED", "POLLED", "COMMITTED"})
    void killed_anywhere_it_applies_everything_once(ReadPoint point) {
        killAt(point);
    }

    /** In its transaction it holds locks as well, until the database ends it. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"POLLED", "APPLIED_NOT_COMMITTED"})
    void frozen_between_poll_and_commit_while_another_takes_over_it_applies_nothing(
            ReadPoint point, @TempDir Path folder) throws IOException {
        Path go = folder.resolve("go");
        try (Pair pair = Pair.start(Map.of("onepermit.replica.enabled", "false"));
                Child zombie = child(pair, point, go)) {
            publish(pair, 0);
            zombie.awaitSaid("HELD AT " + point);
            zombie.freeze();
            pair.settings().put("onepermit.replica.enabled", "true");
            pair.restartReader();
            publish(pair, 1);
            pair.awaitEqual(Owner.DATASET);

            Files.createFile(go);
            zombie.thaw();

            zombie.awaitSaid("replica.trouble");
            publish(pair, 2);
            pair.awaitEqual(Owner.DATASET);
        }
    }

    private void killAt(ReadPoint point) {
        try (Pair pair = Pair.start(Map.of("onepermit.replica.enabled", "false"))) {
            publish(pair, 0);
            try (Child reader = child(pair, point, Path.of("/nonexistent"))) {
                reader.awaitSaid("HELD AT " + point);
                publish(pair, 1);
                reader.kill();
            }
            pair.settings().put("onepermit.replica.enabled", "true");
            pair.restartReader();
            publish(pair, 2);
            pair.awaitEqual(Owner.DATASET);
        }
    }

    private void publish(Pair pair, int round) {
        pair.publisher().publish("35020" + round, persons.toArray(PersonKey[]::new));
    }

    private static Child child(Pair pair, ReadPoint point, Path go) {
        Map<String, String> settings = new HashMap<>(pair.settings());
        settings.put("onepermit.replica.enabled", "true");
        settings.put("onepermit.relay.enabled", "false");
        settings.put("test.stop-at", point.name());
        settings.put("test.go", go.toString());
        return RoadChild.start("education", pair.readerDatabase(), settings);
    }
}
