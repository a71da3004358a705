package onepermit.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
    private final Catalogue catalogue = CatalogueFile.shipped("onepermit.");
    private final Descriptions shipped = Descriptions.shipped(catalogue);
    private final Dataset hukou = catalogue.dataset("hukou.place");

    @Test
    void every_field_of_every_payload_is_described_and_no_other() {
        assertThat(catalogue.all())
                .allSatisfy(dataset -> assertThat(shipped.of(dataset).fields())
                        .extracting(Field::path)
                        .containsExactlyElementsOf(
                                PayloadMessage.fields(dataset).toList()));
    }

    @Test
    void every_description_belongs_to_a_dataset() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(Descriptions.class.getResource("/catalogue/description"))
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(catalogue.all().stream()
                            .map(dataset -> dataset.id() + ".yaml")
                            .toList());
        }
    }

    @Test
    void health_and_children_are_sensitive() {
        assertThat(shipped.of(catalogue.dataset("immunisation.assessment")).fields())
                .filteredOn(field -> field.sensitivity() == Sensitivity.SENSITIVE)
                .extracting(Field::path)
                .containsExactly("due.vaccine", "due.number", "due.due_on", "due.lapses_on");
    }

    @Test
    void a_field_that_is_not_described_is_named() throws IOException {
        String whole = hukou();

        assertThatThrownBy(() -> read(without(whole, "name: since")))
                .hasMessage("d.yaml: fields: [since] of onepermit.permit.v1.HukouFact are not described");
    }

    @Test
    void a_field_that_the_contract_does_not_have_is_named_with_those_it_has() throws IOException {
        String whole = hukou();

        assertThatThrownBy(() -> read(whole.replace("name: since", "name: street")))
                .hasMessageContaining("d.yaml: fields: 'street' is described twice or is no field of")
                .hasMessageContaining("[division, since]");
    }

    @Test
    void a_text_without_its_english_is_named() throws IOException {
        String whole = hukou();

        assertThatThrownBy(() -> read(whole.replaceFirst("  en: .*\n", "")))
                .hasMessage("d.yaml, name: 'en' is missing");
        assertThatThrownBy(() -> read(whole.replace("PERSONAL", "SECRET")))
                .hasMessageContaining("d.yaml, fields division: 'sensitivity' is one of [NONE, PERSONAL, SENSITIVE]");
    }

    private Description read(String yaml) {
        return DescriptionFile.read(hukou, "d.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String without(String text, String part) {
        return text.replaceAll("(?m)^.*" + part + ".*\n", "");
    }

    private static String hukou() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                Descriptions.class.getResourceAsStream("/catalogue/description/hukou.place.yaml"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
