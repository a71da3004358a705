package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TopicReader;
import onepermit.exchange.testing.TopicSettings;
import org.junit.jupiter.api.Test;

/** No news and no connection are told apart, and what was lost is never reset in silence. */
class LagTest {
    private final People people = new People(15);

    @Test
    void no_news_stays_fresh_and_no_connection_grows_old() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = people.next();
            Await.until("fresh without any fact", () -> pair.find(person).fresh(Duration.ofSeconds(2)));
            Instant first = pair.find(person).asOf();
            Await.until(
                    "still fresh, by a later watermark",
                    () -> pair.find(person).asOf().isAfter(first)
                            && pair.find(person).fresh(Duration.ofSeconds(2)));

            pair.stopOwner();

            Await.until("no longer fresh", () -> !pair.find(person).fresh(Duration.ofSeconds(2)));
            assertThat(pair.find(person).rows()).isEmpty();
            pair.restartOwner();
            Await.until("fresh again", () -> pair.find(person).fresh(Duration.ofSeconds(2)));
        }
    }

    @Test
    void an_offset_the_topic_never_had_makes_the_replica_stale_until_it_has_rebuilt_itself() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = people.next();
            pair.publisher().publish("350203", person);
            Await.until("the fact is at the reader", () -> pair.version(person).isPresent());
            short slot = activeSlot(pair);

            pair.readerJdbc()
                    .update("UPDATE replica_offset SET next_offset = 1000000, epoch = epoch + 1 WHERE slot = ?", slot);
            pair.restartReader();

            Await.until("another slot is active", () -> activeSlot(pair) != slot);
            Await.until(
                    "the fact is fresh at the reader",
                    () -> pair.version(person).isPresent() && pair.find(person).fresh(Duration.ofSeconds(5)));
            pair.awaitEqual("hukou.place");
        }
    }

    @Test
    void records_gone_before_they_were_read_are_a_named_problem_and_nothing_is_fresh() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = people.next();
            PersonKey unseen = people.next();
            pair.publisher().publish("350203", person);
            Await.until("the fact is at the reader", () -> pair.version(person).isPresent());
            pair.stopReader();
            pair.publisher().publish("350203", unseen);
            Await.until("it is on the topic", () -> pair.publisher().outboxRows() == 0);
            new TopicSettings(pair.kafka(), pair.topic()).cutOff(4);

            pair.restartReader();

            Await.until("the problem has a name", () -> problems(pair).equals(Set.of("OFFSET_EXPIRED")));
            Await.until("nothing is fresh", () -> !pair.find(unseen).fresh(Duration.ofDays(365)));
            short slot = activeSlot(pair);
            pair.publisher().publish("420106", person);
            Await.until("it is on the topic", () -> pair.publisher().outboxRows() == 0);
            assertThat(pair.find(unseen).fresh(Duration.ofDays(365))).isFalse();
            assertThat(activeSlot(pair)).isEqualTo(slot);
        }
    }

    @Test
    void a_topic_made_anew_is_filled_by_its_owner_before_anybody_is_told_that_nothing_is_missing() {
        try (Pair pair = Pair.start(Map.of())) {
            List<PersonKey> persons = Stream.generate(people::next).limit(1_200).toList();
            pair.publisher().publish("350203", persons.toArray(PersonKey[]::new));
            pair.awaitEqual(Owner.DATASET);
            pair.stopOwner();
            pair.stopReader();
            new TopicSettings(pair.kafka(), pair.topic()).delete();

            pair.restartOwner();
            pair.publisher().publish("420106", persons.getFirst());
            pair.restartReader();

            Await.until(
                    "the newest version is at the reader",
                    () -> pair.version(persons.getFirst()).equals(Optional.of(2L)));
            pair.awaitEqual(Owner.DATASET);
            try (TopicReader topic = new TopicReader(pair.kafka(), pair.topic(), 4)) {
                assertThat(topic.readToEnd())
                        .extracting(record -> RecordKey.read(record.key()))
                        .containsAll(persons.stream()
                                .map(person -> Optional.of(new RecordKey(person, "hukou")))
                                .toList());
            }
        }
    }

    private static Set<String> problems(Pair pair) {
        return Set.copyOf(pair.readerJdbc()
                .queryForList(
                        "SELECT problem FROM replica_offset JOIN replica_slot USING (slot)"
                                + " WHERE dataset = 'hukou.place' AND state = 'ACTIVE' AND problem IS NOT NULL",
                        String.class));
    }

    private static short activeSlot(Pair pair) {
        Short slot = pair.readerJdbc()
                .queryForObject(
                        "SELECT slot FROM replica_slot WHERE dataset = 'hukou.place' AND state = 'ACTIVE'",
                        Short.class);
        return slot == null ? 0 : slot;
    }
}
