package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final Catalogue catalogue = CatalogueFile.shipped("t.");
    private final Dataset hukou = catalogue.dataset("hukou.place");
    private final PersonKey person = new People(13).next();
    private long monotonic = 100 * SECOND;
    private Instant now = NOON;

    @Test
    void the_age_is_that_of_the_watermark() {
        assertThat(of(NOON.minusSeconds(3), monotonic).age()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_clock_that_was_put_back_does_not_make_old_knowledge_young() {
        long seen = monotonic;
        monotonic += 600 * SECOND;
        now = NOON.minusSeconds(3600);

        assertThat(of(NOON.minusSeconds(3600), seen).age()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_watermark_from_the_future_proves_nothing() {
        assertThat(of(NOON.plusSeconds(3), monotonic).age()).isGreaterThan(Duration.ofDays(365));
        assertThat(of(NOON.plusSeconds(1), monotonic).age()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void without_a_watermark_nothing_is_known() {
        Freshness.Of of = freshness().of(new View(monotonic, Map.of(), Set.of()), hukou, person);

        assertThat(of.asOf()).isEqualTo(Instant.EPOCH);
        assertThat(of.age()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void a_view_that_was_not_renewed_is_not_believed() {
        View view = view(NOON, monotonic, Set.of(), Set.of());
        monotonic += 31 * SECOND;

        assertThat(freshness().of(view, hukou, person).age()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void who_is_stopped_at_the_owner_or_parked_here_is_held_and_nobody_else() {
        PersonKey other = new People(14).next();

        assertThat(freshness()
                        .of(view(NOON, monotonic, Set.of(person), Set.of()), hukou, person)
                        .parked())
                .isTrue();
        assertThat(freshness()
                        .of(view(NOON, monotonic, Set.of(), Set.of(new View.Parked((short) 1, person))), hukou, person)
                        .parked())
                .isTrue();
        assertThat(freshness()
                        .of(view(NOON, monotonic, Set.of(person), Set.of()), hukou, other)
                        .parked())
                .isFalse();
    }

    @Test
    void own_facts_are_always_fresh() {
        Freshness.Of of = freshness().of(View.NOTHING_YET, catalogue.dataset("enrolment.record"), person);

        assertThat(of.origin()).isEqualTo(Origin.OWN);
        assertThat(of.age()).isZero();
    }

    @Test
    void a_dataset_this_department_does_not_read_cannot_be_asked_for() {
        Freshness health = new Freshness(new Department("health"), clock(), () -> monotonic, RoadKeys.of(Map.of()));

        assertThatThrownBy(() -> health.of(View.NOTHING_YET, catalogue.dataset("dwelling"), person))
                .hasMessageContaining("health does not read dwelling");
    }

    private Freshness.Of of(Instant watermark, long firstSeen) {
        return freshness().of(view(watermark, firstSeen, Set.of(), Set.of()), hukou, person);
    }

    private View view(Instant watermark, long firstSeen, Set<PersonKey> stopped, Set<View.Parked> parked) {
        View.Mark mark = new View.Mark(watermark, firstSeen, stopped);
        return new View(
                monotonic,
                Map.of(hukou.id(), new View.Slot((short) 1, 1, List.copyOf(Collections.nCopies(4, mark)))),
                parked);
    }

    private Freshness freshness() {
        return new Freshness(new Department("education"), clock(), () -> monotonic, RoadKeys.of(Map.of()));
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
    }
}
