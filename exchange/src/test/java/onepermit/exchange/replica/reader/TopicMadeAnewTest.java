package onepermit.exchange.replica.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Injector;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TopicReader;
import onepermit.exchange.testing.TopicSettings;
import onepermit.exchange.v1.Watermark;
import org.junit.jupiter.api.Test;

/** A topic that was deleted and made anew under its name is another topic, however long it has grown. */
class TopicMadeAnewTest {
    private static final int PARTITIONS = 4;
    private static final Duration YEAR = Duration.ofDays(365);

    private final People people = new People(61);
    private final List<PersonKey> persons =
            Stream.generate(people::next).limit(100).toList();

    @Test
    void a_topic_made_anew_that_has_grown_past_the_stored_offset_is_read_from_its_beginning() {
        try (Pair pair = Pair.start(Map.of())) {
            rounds(pair, 2);
            pair.awaitEqual(Owner.DATASET);
            Slot before = active(pair);
            pair.stopReader();
            pair.stopOwner();
            long stood = highestEnd(pair);
            new TopicSettings(pair.kafka(), pair.topic()).delete();
            pair.restartOwner();
            PersonKey unseen = people.next();
            pair.publisher().publish("350203", unseen);
            while (lowestEnd(pair) <= stood) {
                rounds(pair, 1);
            }
            pair.restartReader();
            Await.until(
                    "the unseen fact is at the reader",
                    () -> pair.version(unseen).isPresent());
            assertThat(active(pair)).isNotEqualTo(before);
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Test
    void until_the_owner_says_that_the_new_topic_is_filled_the_old_copy_answers_and_is_stale() {
        try (Pair pair = Pair.start(Map.of())) {
            PersonKey person = persons.getFirst();
            PersonKey never = people.next();
            rounds(pair, 1);
            pair.awaitEqual(Owner.DATASET);
            Slot before = active(pair);
            pair.stopOwner();
            new TopicSettings(pair.kafka(), pair.topic()).makeAnew(PARTITIONS);
            Await.until("the copy is stale", () -> !pair.find(never).fresh(YEAR));
            say(pair, before.topicId().orElseThrow());
            Await.until("the shadow has heard a word about the topic before", () -> heard(pair) == PARTITIONS);
            assertThat(pair.find(person).rows()).hasSize(1);
            assertThat(pair.find(person).fresh(YEAR)).isFalse();
            assertThat(pair.find(never).fresh(YEAR)).isFalse();
            assertThat(active(pair)).isEqualTo(before);
            pair.restartOwner();
            Await.until("the shadow is swapped in", () -> !active(pair).equals(before));
            pair.awaitEqual(Owner.DATASET);
            Await.until("nothing is a fresh no again", () -> pair.find(never).fresh(Duration.ofSeconds(5)));
        }
    }

    @Test
    void a_shadow_of_a_topic_that_is_made_anew_once_more_is_given_up_for_a_new_one() {
        try (Pair pair = Pair.start(Map.of())) {
            TopicSettings topic = new TopicSettings(pair.kafka(), pair.topic());
            rounds(pair, 1);
            pair.awaitEqual(Owner.DATASET);
            pair.stopOwner();
            topic.makeAnew(PARTITIONS);
            String second = topic.id();
            Await.until(
                    "a shadow of the second topic is begun",
                    () -> shadowTopic(pair).equals(Optional.of(second)));
            topic.makeAnew(PARTITIONS);
            String third = topic.id();
            Await.until(
                    "a shadow of the third topic is begun",
                    () -> shadowTopic(pair).equals(Optional.of(third)));
            pair.restartOwner();
            Await.until("the shadow is swapped in", () -> active(pair).follows(third));
            pair.awaitEqual(Owner.DATASET);
        }
    }

    @Test
    void an_owner_whose_topic_is_made_anew_while_it_leads_fills_it() {
        try (Pair pair = Pair.start(Map.of())) {
            TopicSettings topic = new TopicSettings(pair.kafka(), pair.topic());
            rounds(pair, 1);
            pair.awaitEqual(Owner.DATASET);
            topic.makeAnew(PARTITIONS);
            Await.until("a copy of another topic is active", () -> active(pair).follows(topic.id()));
            pair.awaitEqual(Owner.DATASET);
        }
    }

    private void rounds(Pair pair, int rounds) {
        PersonKey[] all = persons.toArray(PersonKey[]::new);
        IntStream.range(0, rounds).forEach(round -> pair.publisher().publish(round + "-350203", all));
        Await.until("the outbox is empty", () -> pair.publisher().outboxRows() == 0);
    }

    /** A watermark of this moment on every partition, said about the topic given. */
    private static void say(Pair pair, String topicId) {
        Timestamp now = Timestamp.newBuilder()
                .setSeconds(Instant.now().getEpochSecond())
                .build();
        byte[] word =
                Watermark.newBuilder().setTime(now).setTopicId(topicId).build().toByteArray();
        try (Injector injector = new Injector(pair.kafka(), pair.topic())) {
            IntStream.range(0, PARTITIONS)
                    .forEach(part -> injector.send(injector.bare(part, RecordKey.watermark(), word)));
        }
    }

    private static Slot active(Pair pair) {
        return pair.reader().getBean(Slots.class).active(Owner.DATASET).orElseThrow();
    }

    private static Optional<String> shadowTopic(Pair pair) {
        return pair.reader().getBean(Slots.class).shadows().stream()
                .filter(shadow -> shadow.dataset().id().equals(Owner.DATASET))
                .findFirst()
                .flatMap(Slot::topicId);
    }

    private static long heard(Pair pair) {
        Long heard = pair.readerJdbc().queryForObject("""
                SELECT coalesce(sum(applied), 0) FROM replica_offset JOIN replica_slot USING (slot) WHERE state = 'SHADOW'""", Long.class);
        return heard == null ? 0 : heard;
    }

    private static long lowestEnd(Pair pair) {
        try (TopicReader topic = new TopicReader(pair.kafka(), pair.topic(), PARTITIONS)) {
            return Collections.min(topic.ends());
        }
    }

    private static long highestEnd(Pair pair) {
        try (TopicReader topic = new TopicReader(pair.kafka(), pair.topic(), PARTITIONS)) {
            return Collections.max(topic.ends());
        }
    }
}
