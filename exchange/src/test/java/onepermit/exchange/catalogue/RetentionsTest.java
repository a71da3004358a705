package onepermit.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionsTest {
    private final Catalogue catalogue = CatalogueFile.shipped("onepermit.");

    @Test
    void what_is_shipped_says_that_nobody_has_compared_it_with_a_statute() {
        Retention months = Retentions.shipped(catalogue).of("si.months").orElseThrow();

        assertThat(months.verified()).isFalse();
        assertThat(months.until(LocalDate.of(2025, 2, 28))).isEqualTo(LocalDate.of(2035, 2, 28));
        assertThat(Retentions.shipped(catalogue).of("name.tag")).isEmpty();
    }

    @Test
    void a_dataset_that_is_none_and_a_period_that_is_none_are_named() {
        assertThatThrownBy(() -> read("hukou.colour", "P1Y")).hasMessageContaining("'hukou.colour' is no dataset");
        assertThatThrownBy(() -> read("hukou.place", "ten years"))
                .hasMessageContaining("'keptFor' is a period above zero like P10Y or P6M, not 'ten years'");
    }

    private Retentions read(String id, String keptFor) {
        String yaml = """
                retention:
                  - {id: %s, keptFor: %s, verified: false, zh: "一", en: "one"}
                """.formatted(id, keptFor);
        return Retentions.read(catalogue, "r.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
