package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Test;

/** What a reading shows when agreements are there, are not, or were not heard of for too long. */
class PermissionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final GivenFields ALL = new GivenFields(Set.of("division"), true);

    private final Catalogue catalogue = CatalogueFile.shipped("t.");
    private final PersonKey person = new People(17).next();

    @Test
    void what_is_agreed_is_seen() {
        Finding found = find("hukou.place", Duration.ofSeconds(60));

        assertThat(found.agreed()).isEqualTo(Agreed.GIVEN);
        assertThat(found.rows()).hasSize(1);
        assertThat(found.fresh(Duration.ofMinutes(15))).isTrue();
    }

    @Test
    void
            a_conditional_dataset_is_not_given_once_agreements_were_not_heard_of_for_a_minute_and_its_owner_may_be_asked() {
        Finding found = find("hukou.place", Duration.ofSeconds(61));

        assertThat(found.agreed()).isEqualTo(Agreed.UNPROVEN);
        assertThat(found.rows()).isEmpty();
        assertThat(found.fresh(Duration.ofDays(1))).isFalse();
        assertThat(found.worthAsking()).isTrue();
    }

    @Test
    void an_unconditional_dataset_goes_on() {
        assertThat(find("permit.status", Duration.ofHours(1)).agreed()).isEqualTo(Agreed.GIVEN);
    }

    @Test
    void what_is_not_agreed_is_denied_and_its_owner_is_not_asked() {
        Finding found = find("dwelling", Duration.ofSeconds(1));

        assertThat(found.agreed()).isEqualTo(Agreed.DENIED);
        assertThat(found.worthAsking()).isFalse();
    }

    @Test
    void where_nothing_was_ever_heard_of_agreements_nothing_is_known_of_them() {
        assertThat(read(new View(1, Map.of(), Set.of()))
                        .find(person, "dwelling")
                        .agreed())
                .isEqualTo(Agreed.UNPROVEN);
    }

    private Finding find(String dataset, Duration agreementsHeardAgo) {
        Map<String, View.Slot> slots = new HashMap<>();
        slots.put("agreement.permit", slot(NOON.minus(agreementsHeardAgo), 1));
        slots.put(dataset, slot(NOON, 4));
        return read(new View(1, slots, Set.of())).find(person, dataset);
    }

    private FactsRead read(View view) {
        Freshness freshness = new Freshness(
                new Department("education"),
                Clock.fixed(NOON, ZoneId.of("Asia/Shanghai")),
                () -> 1,
                RoadKeys.of(Map.of()));
        Permission permission = new Permission(Map.of("hukou.place", ALL, "permit.status", ALL), new FieldCut());
        Map<String, List<FactRow>> rows = Map.of("hukou.place", List.of(row("hukou.place")));
        return new FactsRead(catalogue, freshness, view, permission, Map.of(person, rows), Map.of());
    }

    private FactRow row(String dataset) {
        return new FactRow(person, dataset, "f", 1, 1, new byte[0]);
    }

    private static View.Slot slot(Instant watermark, int partitions) {
        return new View.Slot(
                (short) 1, 1, List.copyOf(Collections.nCopies(partitions, new View.Mark(watermark, 1, Set.of()))));
    }
}
