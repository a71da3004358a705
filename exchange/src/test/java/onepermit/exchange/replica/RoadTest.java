package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import onepermit.permit.v1.HukouFact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadTest {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final Pair pair = Pair.start(Map.of());
    private final People people = new People(3);

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void a_fact_published_by_its_owner_is_found_fresh_by_its_reader() throws Exception {
        PersonKey person = people.next();

        pair.publisher().publish("350203", person);

        Await.until("the fact is at the reader", () -> pair.version(person).isPresent());
        Finding found = pair.find(person);
        assertThat(found.fresh(QUARTER_HOUR)).isTrue();
        assertThat(found.source()).isEqualTo("permit");
        assertThat(found.origin()).isEqualTo(Origin.REPLICA);
        assertThat(HukouFact.parseFrom(found.rows().getFirst().payload()).getDivision())
                .isEqualTo("350203");
    }

    @Test
    void nothing_known_about_a_person_is_a_fresh_no_once_the_watermark_has_come() {
        PersonKey unknown = people.next();

        Await.until("a watermark has come", () -> pair.find(unknown).fresh(QUARTER_HOUR));

        assertThat(pair.find(unknown).rows()).isEmpty();
    }

    @Test
    void a_dataset_whose_owner_has_never_spoken_is_not_fresh() {
        Finding found = pair.find(people.next(), "si.months");

        assertThat(found.fresh(Duration.ofDays(365))).isFalse();
    }

    @Test
    void the_newest_version_stands() {
        PersonKey person = people.next();
        pair.publisher().publish("350203", person);
        pair.publisher().publish("420106", person);
        pair.publisher().publish("310101", person);

        Await.until("version 3 is at the reader", () -> pair.version(person).equals(java.util.Optional.of(3L)));
    }

    @Test
    void an_erased_fact_is_gone_and_its_grave_keeps_the_version() {
        PersonKey person = people.next();
        pair.publisher().publish("350203", person);
        Await.until("the fact is at the reader", () -> pair.version(person).isPresent());

        pair.publisher().erase(person);

        Await.until("the fact is gone", () -> pair.version(person).isEmpty());
        assertThat(pair.readerJdbc()
                        .queryForObject(
                                "SELECT version FROM replica WHERE person = ? AND payload IS NULL",
                                Long.class,
                                person.bytes()))
                .isEqualTo(2);
    }

    @Test
    void a_reader_that_starts_again_goes_on_where_its_database_stands() {
        PersonKey before = people.next();
        pair.publisher().publish("350203", before);
        Await.until("the fact is at the reader", () -> pair.version(before).isPresent());

        pair.restartReader();
        PersonKey after = people.next();
        pair.publisher().publish("350203", after);

        Await.until("the next fact is at the reader", () -> pair.version(after).isPresent());
        assertThat(pair.version(before)).contains(1L);
    }
}
