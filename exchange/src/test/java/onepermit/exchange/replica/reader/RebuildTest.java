package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Test;

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

            Watch watch = new Watch(pair, persons.getFirst());
            Slot shadow;
            try (Traffic traffic = new Traffic(pair);
                    Watch watching = watch) {
                shadow = pair.reader().getBean(Rebuilds.class).begin(hukou(pair));
                Await.until("the shadow is active", () -> active(pair).equals(shadow));
                traffic.publishSome();
            }

            assertThat(shadow).isNotEqualTo(before);
            assertThat(watch.wentBack()).isFalse();
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Test
    void a_rebuild_cut_off_half_way_goes_on_after_a_restart() {
        try (Pair pair = Pair.start(Map.of("onepermit.replica.max-poll-records", "20"))) {
            pair.publisher().publish("1", persons.toArray(PersonKey[]::new));
            Await.until("the facts are at the reader", () -> rows(pair) == persons.size());
            Slot shadow = pair.reader().getBean(Rebuilds.class).begin(hukou(pair));
            Await.until("some of the shadow is there", () -> rowsOf(pair, shadow) > 0);

            pair.restartReader();

            Await.until("the shadow is active", () -> active(pair).equals(shadow));
            pair.awaitEqual(Owner.DATASET);
        }
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
            owner.publish("t" + round, persons.getFirst(), persons.get(1 + random.nextInt(persons.size() - 1)));
        }

        @Override
        public void close() {
            running.set(false);
            Await.until("the traffic has ended", () -> !thread.isAlive());
        }
    }

    /** Asks for one person all the time. */
    private static final class Watch implements AutoCloseable {
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicBoolean back = new AtomicBoolean();
        private final Thread thread;

        Watch(Pair pair, PersonKey person) {
            thread = Thread.ofVirtual().start(() -> {
                long newest = 0;
                while (running.get()) {
                    long version = pair.version(person).orElse(0L);
                    if (version < newest) {
                        back.set(true);
                    }
                    newest = version;
                }
            });
        }

        boolean wentBack() {
            return back.get();
        }

        @Override
        public void close() {
            running.set(false);
            Await.until("the watch has ended", () -> !thread.isAlive());
        }
    }
}
