package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadChild;
import onepermit.exchange.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A rebuild under traffic: questions see the old copy or the new one, never an older state. */
class RebuildTest {
    private final List<PersonKey> persons =
            Stream.generate(new People(12)::next).limit(2_000).toList();

    @Test
    void a_replica_rebuilt_under_traffic_equals_its_owner_and_never_goes_back() {
        try (Pair pair = Pair.start(Map.of())) {
            pair.publisher().publish("1", persons.toArray(PersonKey[]::new));
            Await.until("the facts are at the reader", () -> rows(pair) == persons.size());
            Slot before = active(pair);

            Watch watch = new Watch(pair, persons.subList(0, 50));
            Slot shadow;
            try (Traffic traffic = new Traffic(pair);
                    Watch watching = watch) {
                shadow = pair.reader().getBean(Rebuilds.class).begin(hukou(pair));
                Await.until("the shadow is active", () -> active(pair).number() == shadow.number());
                traffic.publishSome();
            }

            assertThat(shadow.number()).isNotEqualTo(before.number());
            assertThat(watch.questions()).isPositive();
            assertThat(watch.wrong()).isEmpty();
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Tag("long")
    @Test
    void a_rebuild_cut_off_half_way_goes_on_after_a_restart() {
        try (Pair pair = Pair.start(Map.of("onepermit.replica.max-poll-records", "20"))) {
            pair.publisher().publish("1", persons.toArray(PersonKey[]::new));
            Await.until("the facts are at the reader", () -> rows(pair) == persons.size());
            Slot shadow = pair.reader().getBean(Rebuilds.class).begin(hukou(pair));
            Await.until("some of the shadow is there", () -> rowsOf(pair, shadow) > 0);

            pair.restartReader();

            Await.until("the shadow is active", () -> active(pair).number() == shadow.number());
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"SHADOW_APPLIED_NOT_COMMITTED", "SHADOW_COMMITTED", "SWAP_NOT_COMMITTED", "SWAPPED"})
    void a_rebuild_killed_between_its_commits_ends_in_an_equal_replica(ReadPoint point) {
        try (Pair pair = Pair.start(Map.of("onepermit.replica.max-poll-records", "100"))) {
            pair.publisher().publish("1", persons.toArray(PersonKey[]::new));
            pair.awaitEqual(Owner.DATASET);
            Slot before = active(pair);
            pair.stopReader();
            beginShadow(pair.readerDatabase());
            try (Child killed = child(pair, point)) {
                killed.awaitSaid("HELD AT " + point);
                killed.kill();
            }
            pair.restartReader();
            pair.publisher().publish("2", persons.subList(0, 500).toArray(PersonKey[]::new));
            Await.until("the shadow is active", () -> !active(pair).equals(before));
            pair.awaitEqual(Owner.DATASET);
            assertThat(rows(pair)).isEqualTo(persons.size());
        }
    }

    private static void beginShadow(TestDatabase database) {
        new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                .update("INSERT INTO replica_slot (dataset, generation, state) VALUES (?, 1, 'SHADOW')", Owner.DATASET);
    }

    private static Child child(Pair pair, ReadPoint point) {
        Map<String, String> settings = new HashMap<>(pair.settings());
        settings.put("onepermit.relay.enabled", "false");
        settings.put("test.stop-at", point.name());
        return RoadChild.start("education", pair.readerDatabase(), settings);
    }

    private static Dataset hukou(Pair pair) {
        return pair.reader().getBean(Catalogue.class).dataset(Owner.DATASET);
    }

    private static Slot active(Pair pair) {
        return pair.reader().getBean(Slots.class).active(Owner.DATASET).orElseThrow();
    }

    private static long rows(Pair pair) {
        return rowsOf(pair, active(pair));
    }

    private static long rowsOf(Pair pair, Slot slot) {
        Long rows = pair.readerJdbc()
                .queryForObject("SELECT count(*) FROM replica WHERE slot = ?", Long.class, slot.number());
        return rows == null ? 0 : rows;
    }

    /** Changes persons all the time. */
    private final class Traffic implements AutoCloseable {
        private final Owner owner;
        private final Random random = new Random(12);
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Thread thread;
        private int round;

        Traffic(Pair pair) {
            owner = pair.publisher();
            thread = Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    publishSome();
                }
            });
        }

        synchronized void publishSome() {
            round++;
            owner.publish(
                    "t" + round,
                    persons.get(random.nextInt(50)),
                    persons.get(50 + random.nextInt(persons.size() - 50)));
        }

        @Override
        public void close() {
            running.set(false);
            Await.until("the traffic has ended", () -> !thread.isAlive());
        }
    }

    /** Asks for some persons all the time: of each there must be one row, and never an older one than before. */
    private static final class Watch implements AutoCloseable {
        private final Pair pair;
        private final List<PersonKey> asked;
        private final Map<PersonKey, Long> newest = new HashMap<>();
        private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        private final Thread thread;
        private volatile boolean running = true;
        private volatile long questions;

        Watch(Pair pair, List<PersonKey> asked) {
            this.pair = pair;
            this.asked = asked;
            this.thread = Thread.ofVirtual().start(() -> {
                while (running) {
                    ask();
                }
            });
        }

        Collection<String> wrong() {
            return wrong;
        }

        long questions() {
            return questions;
        }

        private void ask() {
            FactsRead read = pair.reader().getBean(FactReader.class).read(asked, Contexts.ADMISSION);
            for (PersonKey person : asked) {
                List<FactRow> rows = read.find(person, Owner.DATASET).rows();
                long before = newest.getOrDefault(person, 0L);
                if (rows.size() != 1 || rows.getFirst().version() < before) {
                    wrong.add("after version " + before + " came "
                            + rows.stream().map(FactRow::version).toList());
                } else {
                    newest.put(person, rows.getFirst().version());
                }
            }
            questions++;
        }

        @Override
        public void close() {
            running = false;
            Await.until("the watch has ended", () -> !thread.isAlive());
        }
    }
}
