package onepermit.exchange.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Definitions are data: one id for all departments, and a mistake in the file is named. */
class DefinitionsTest {
    private static final String LEAST = "leastTold: {value: 10, unverified: true, source: none}\n";
    private static final String COUNT = """
            definitions:
              - id: a
                version: 1
                owner: permit
                name: {zh: 甲, en: a}
                meaning: {zh: 甲, en: a}
                source: {zh: 甲, en: a}
            """;

    @Test
    void e08_every_definition_that_ships_has_one_owner_and_shares_are_of_its_own_counts() {
        Definitions shipped = Definitions.shipped();

        assertThat(shipped.all())
                .extracting(Definition::id)
                .contains("permit.holders", "school.pupils", "school.share.migrant", "school.share.migrant.public")
                .doesNotHaveDuplicates();
        assertThat(shipped.suppression()).isEqualTo(new Suppression(10, true));
    }

    @Test
    void a_mistake_names_its_place() {
        refused(LEAST + COUNT.replace("owner: permit", "owned: permit"), "definitions a", "unknown key 'owned'");
        refused(COUNT, "", "'leastTold' is missing");
        refused(LEAST + COUNT + COUNT.replace("definitions:\n", ""), "definitions a", "named twice");
        refused(LEAST + COUNT + "    share: {of: a, among: b}\n", "definitions a", "'a' is no count of permit");
    }

    private static void refused(String file, String place, String text) {
        assertThatThrownBy(() ->
                        Definitions.read("test.yaml", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(DefinitionsInvalid.class)
                .hasMessageContaining(place)
                .hasMessageContaining(text);
    }
}
