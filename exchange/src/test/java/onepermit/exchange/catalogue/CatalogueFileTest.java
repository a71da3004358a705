package onepermit.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
    private final Catalogue shipped = CatalogueFile.shipped("onepermit.");

    @Test
    void every_dataset_has_one_owner_and_a_topic_of_its_generation() {
        assertThat(shipped.all()).hasSize(12).allSatisfy(dataset -> {
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
                .containsExactly("fp.flag", "immunisation.assessment");
        assertThat(shipped.readBy(health))
                .extracting(Dataset::id)
                .contains("enrolment.record", "residence.registration");
    }

    @Test
    void a_dataset_without_an_owner_is_named() {
        InputStream yaml = new ByteArrayInputStream("datasets: [{id: x.y}]".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CatalogueFile.read(yaml, "p.")).hasMessageContaining("x.y");
    }

    @Test
    void coverage_of_a_city_takes_in_its_districts() {
        Coverage xiamen = new Coverage(java.util.List.of("350200"), java.time.LocalDate.of(2016, 1, 1));

        assertThat(xiamen.covers("350203")).isTrue();
        assertThat(xiamen.covers("350502")).isFalse();
    }
}
