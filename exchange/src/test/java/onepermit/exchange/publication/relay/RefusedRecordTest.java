package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TopicSettings;
import org.junit.jupiter.api.Test;

/** A row that Kafka refuses stops its person, in order, and readers are told. */
class RefusedRecordTest {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    private static final String LARGE = "x".repeat(20_000);

    private static final String OTHER = "permit.status";
    private final People people = new People(9);

    @Test
    void an_oversize_record_stops_its_person_only_and_goes_on_in_order_once_it_is_let_through() {
        try (Pair pair = Pair.start(Map.of())) {
            Owner owner = pair.publisher();
            PersonKey stopped = people.next();
            List<PersonKey> others = Stream.generate(people::next).limit(20).toList();
            owner.publish("350203", stopped);
            Await.until(
                    "the first version is at the reader",
                    () -> pair.version(stopped).isPresent());
            limit(pair, 2_000);

            owner.publish("350203", others.get(0));
            owner.publish(LARGE, stopped);
            owner.publish("420106", stopped);
            others.forEach(person -> owner.publish("310101", person));

            for (PersonKey person : others) {
                Await.until("the others go on", () -> pair.find(person).rows().size() == 1);
            }
            Await.until(
                    "the reader is told who is stopped",
                    () -> pair.find(stopped).parked());
            assertThat(pair.find(stopped).fresh(QUARTER_HOUR)).isFalse();
            assertThat(pair.version(stopped)).contains(1L);
            assertThat(owner.outboxRows()).isEqualTo(2);
            Await.until(
                    "the others are fresh",
                    () -> others.stream().allMatch(person -> pair.find(person).fresh(QUARTER_HOUR)));

            limit(pair, 1_000_000);
            pair.ownerJdbc().update("UPDATE outbox_stopped SET retry_at = clock_timestamp()");

            Await.until(
                    "the newest version is at the reader",
                    () -> pair.version(stopped).equals(Optional.of(3L)));
            Await.until("the person is fresh again", () -> pair.find(stopped).fresh(QUARTER_HOUR));
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Test
    void a_topic_that_refuses_the_watermark_grows_old_alone_and_the_same_leader_goes_on() {
        try (Pair pair = Pair.start(Map.of("onepermit.relay.retry-stopped", "500ms"))) {
            PersonKey person = people.next();
            Await.until("both are fresh", () -> fresh(pair, person, Owner.DATASET) && fresh(pair, person, OTHER));
            long leadership = leadership(pair);
            limit(pair, 80);
            Await.until("the refusals are counted", () -> refusals(pair) >= 2);
            Await.until("it has grown old", () -> !fresh(pair, person, Owner.DATASET));
            Await.until("the other is fresh", () -> fresh(pair, person, OTHER));
            limit(pair, 1_000_000);
            Await.until("it is fresh again", () -> fresh(pair, person, Owner.DATASET));
            assertThat(leadership(pair)).isEqualTo(leadership);
        }
    }

    private static boolean fresh(Pair pair, PersonKey person, String dataset) {
        return pair.find(person, dataset).fresh(Duration.ofSeconds(2));
    }

    private static long leadership(Pair pair) {
        Long epoch = pair.ownerJdbc().queryForObject("SELECT epoch FROM relay_lease", Long.class);
        return epoch == null ? 0 : epoch;
    }

    private static double refusals(Pair pair) {
        return pair
                .owner()
                .getBean(MeterRegistry.class)
                .find("onepermit.relay.watermarks.refused")
                .tags("dataset", Owner.DATASET, "reason", "RECORD_TOO_LARGE")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void limit(Pair pair, int bytes) {
        new TopicSettings(pair.kafka(), pair.topic()).set(Map.of("max.message.bytes", Integer.toString(bytes)));
    }
}
