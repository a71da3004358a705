package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
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

    private static short activeSlot(Pair pair) {
        Short slot = pair.readerJdbc()
                .queryForObject(
                        "SELECT slot FROM replica_slot WHERE dataset = 'hukou.place' AND state = 'ACTIVE'",
                        Short.class);
        return slot == null ? 0 : slot;
    }
}
