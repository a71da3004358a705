package onepermit.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
    private final Catalogue shipped = CatalogueFile.shipped("onepermit.");

    @Test
    void every_dataset_has_one_owner_and_a_topic_of_its_generation() {
        assertThat(shipped.all()).hasSize(22).allSatisfy(dataset -> {
            assertThat(dataset.owner()).isIn("permit", "education", "social", "health");
            assertThat(dataset.topic()).isEqualTo("onepermit." + dataset.id() + ".g1");
        });
    }

    @Test
    void nobody_reads_what_it_owns_and_every_dataset_is_read() {
        assertThat(shipped.all())
                .allSatisfy(dataset -> assertThat(dataset.consumers())
                        .isNotEmpty()
                        .noneMatch(consumer -> consumer.department().equals(dataset.owner())));
    }

    @Test
    void a_department_finds_what_it_owns_and_what_it_reads() {
        Department health = new Department("health");

        assertThat(shipped.ownedBy(health))
                .extracting(Dataset::id)
                .containsExactly(
                        "agreement.health", "birth.record", "correction.health", "fp.flag", "immunisation.assessment");
        assertThat(shipped.readBy(health))
                .extracting(Dataset::id)
                .contains("enrolment.record", "residence.registration");
    }

    @Test
    void a_wrong_entry_is_named_with_its_file_its_place_and_what_was_expected() {
        assertThatThrownBy(() -> read("datasets: [{id: x.y}]"))
                .hasMessage("c.yaml, datasets x.y: 'generation' is missing or no whole number from 1 on");
        assertThatThrownBy(() -> read(entry("CONDITIONAL").replace("owner", "ownr")))
                .hasMessageContaining("c.yaml, datasets x.y: unknown key 'ownr'; known are [");
        assertThatThrownBy(() -> read(entry("SOMETIMES")))
                .hasMessageContaining(
                        "'sharingClass' is one of [UNCONDITIONAL, CONDITIONAL, NOT_SHARED], not 'SOMETIMES'");
        assertThatThrownBy(() -> read(entry("CONDITIONAL").replace("PENSION", "FUN")))
                .hasMessageContaining("'FUN' is no purpose");
        assertThatThrownBy(() -> read(entry("CONDITIONAL").replace("*", "35")))
                .hasMessageContaining("datasets x.y, coverage: 'divisions' are codes of six digits");
        assertThatThrownBy(() -> read("datasets: ["))
                .hasMessageContaining("c.yaml: ")
                .hasMessageContaining("line 1");
    }

    @Test
    void an_entry_that_is_whole_is_read() {
        assertThat(read(entry("NOT_SHARED")).dataset("x.y").sharingClass()).isEqualTo(SharingClass.NOT_SHARED);
    }

    private static Catalogue read(String yaml) {
        return CatalogueFile.read("c.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "p.");
    }

    private static String entry(String sharingClass) {
        return """
                datasets:
                  - {id: x.y, owner: permit, sharingClass: %s, generation: 1, partitions: 4, payloadType: p.Q, maxAge: PT15M,
                     coverage: {divisions: ["*"], from: "2000-01-01"},
                     consumers: [{department: social, purposes: [PENSION]}]}
                """.formatted(sharingClass);
    }

    @Test
    void coverage_of_a_city_takes_in_its_districts() {
        Coverage xiamen = new Coverage(java.util.List.of("350200"), java.time.LocalDate.of(2016, 1, 1));

        assertThat(xiamen.covers("350203")).isTrue();
        assertThat(xiamen.covers("350502")).isFalse();
    }
}
