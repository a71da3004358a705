package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.Test;

/** What is said of names beside a decision. */
class NameNotesTest {
    private final List<String> explained = new ArrayList<>();
    private final NameNotes notes = new NameNotes((person, context) -> {
        explained.add(person.nameField());
        return Note.newBuilder()
                .setReason("NAME_VARIANT")
                .setTextZh("第2个字为异体字。")
                .setTextEn("Character 2 is a variant.")
                .build();
    });

    @Test
    void a_name_that_differs_is_explained_and_its_field_is_named() {
        List<Note> said = of(Reach.OWNERS_TOO, named("child_name", false), named("guardians[0].name", true));

        assertThat(said).extracting(Note::getReason).containsExactly("NAME_VARIANT");
        assertThat(said).extracting(Note::getField).containsExactly("child_name");
        assertThat(explained).containsExactly("child_name");
    }

    @Test
    void a_batch_asks_nobody_and_says_what_to_do() {
        List<Note> said = of(Reach.HERE_ONLY, named("guardians[0].name", false));

        assertThat(explained).isEmpty();
        assertThat(said).extracting(Note::getReason).containsExactly("NAME_COMPARED_HERE_ONLY");
        assertThat(said).extracting(Note::getField).containsExactly("guardians[0].name");
        assertThat(said.getFirst().getTextZh()).contains("只与本部门副本比对", "单独提交");
        assertThat(said.getFirst().getTextEn()).contains("replica", "ask about this child alone");
    }

    @Test
    void a_name_that_agrees_or_cannot_be_compared_yet_is_no_matter() {
        Answer<Boolean> pending = new Answer<>(false, List.of(), PendingEvidence.getDefaultInstance());

        assertThat(of(
                        Reach.OWNERS_TOO,
                        named("child_name", true),
                        new Named("father", person("guardians[0].name"), pending)))
                .isEmpty();
        assertThat(explained).isEmpty();
    }

    private List<Note> of(Reach reach, Named... names) {
        return notes.of(List.of(names), reach, RequestContext.getDefaultInstance());
    }

    private static Named named(String field, boolean matches) {
        return new Named("child", person(field), new Answer<>(matches, List.of(), null));
    }

    private static PersonAsked person(String field) {
        return PersonAsked.of(
                new CitizenId("990301202403020118"), PersonKey.of(new byte[PersonKey.LENGTH]), "欧阳", field);
    }
}
