package onepermit.exchange.testing;

import static onepermit.exchange.testing.History.Outcome.COMMITTED;
import static onepermit.exchange.testing.History.Outcome.FAILED;
import static onepermit.exchange.testing.History.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.testing.History.Change;
import org.junit.jupiter.api.Test;

/** A checker that has never failed proves nothing. */
class HistoryTest {
    private final History history = new History();

    @Test
    void a_good_history_with_exact_repeats_passes() {
        history.attempted(COMMITTED, List.of(new Change("a", "a1"), new Change("b", "b1")));
        history.attempted(COMMITTED, List.of(new Change("a", "a2")));
        history.attempted(FAILED, List.of(new Change("a", "a9")));
        history.attempted(UNKNOWN, List.of(new Change("a", "a3"), new Change("b", "b2")));
        saw("a", 1, "a1");
        saw("b", 1, "b1");
        saw("a", 2, "a2");
        saw("a", 1, "a1");
        saw("a", 2, "a2");

        assertThat(history.violations()).isEmpty();
    }

    @Test
    void a_lost_change_is_found() {
        history.attempted(COMMITTED, List.of(new Change("a", "a1")));

        assertThat(history.violations()).singleElement().asString().startsWith("LOST");
    }

    @Test
    void a_repeat_with_another_content_is_found() {
        saw("a", 1, "a1");
        saw("a", 1, "other");

        assertThat(history.violations()).singleElement().asString().startsWith("CHANGED");
    }

    @Test
    void an_inversion_is_found() {
        saw("a", 1, "a1");
        saw("a", 3, "a3");
        saw("a", 2, "a2");

        assertThat(history.violations()).anyMatch(found -> found.startsWith("INVERTED"));
    }

    @Test
    void a_hole_is_found() {
        saw("a", 1, "a1");
        saw("a", 3, "a3");

        assertThat(history.violations()).singleElement().asString().startsWith("HOLE");
    }

    @Test
    void a_torn_transaction_is_found() {
        history.attempted(UNKNOWN, List.of(new Change("a", "a1"), new Change("b", "b1")));
        saw("a", 1, "a1");

        assertThat(history.violations()).singleElement().asString().startsWith("TORN");
    }

    @Test
    void a_change_that_failed_and_came_all_the_same_is_found() {
        history.attempted(FAILED, List.of(new Change("a", "a1")));
        saw("a", 1, "a1");

        assertThat(history.violations()).singleElement().asString().startsWith("GHOST");
    }

    private void saw(String key, long version, String content) {
        history.saw(key, version, content);
    }
}
