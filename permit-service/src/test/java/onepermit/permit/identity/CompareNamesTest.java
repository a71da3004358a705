package onepermit.permit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareNamesTest {
    private static final PersonKey PERSON = PersonKey.of(new byte[PersonKey.LENGTH]);

    @Test
    void the_same_name_is_exact() {
        assertThat(compared("张三", "张三")).isEqualTo(NameMatch.EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"买买提•艾力", "买买提・艾力", "买买提‧艾力", "买买提．艾力", "买买提 · 艾力", "买买提･艾力"})
    void a_dot_may_be_any_dot(String given) {
        assertThat(compared("买买提·艾力", given)).isEqualTo(NameMatch.NORMALISED);
    }

    @Test
    void full_width_letters_are_letters() {
        assertThat(compared("MARIA李", "ＭＡＲＩＡ李")).isEqualTo(NameMatch.NORMALISED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"王?", "王YAN", "王□", "王", "王岩"})
    void a_rare_character_that_could_not_be_written_is_a_variant(String given) {
        assertThat(compared("王䶮", given)).isEqualTo(NameMatch.VARIANT);
    }

    @Test
    void a_rare_character_may_also_be_missing_on_record() {
        assertThat(compared("王?", "王𬀩")).isEqualTo(NameMatch.VARIANT);
    }

    @Test
    void traditional_and_variant_forms_are_variants() {
        assertThat(compared("吕喆", "呂哲")).isEqualTo(NameMatch.VARIANT);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"李四", "张三丰", "张", "张叁"})
    void another_name_is_different(String given) {
        assertThat(compared("张三", given)).isEqualTo(NameMatch.DIFFERENT);
    }

    @Test
    void no_name_on_record_is_not_a_no() {
        assertThat(compared(null, "张三")).isEqualTo(NameMatch.NO_RECORD);
    }

    @Test
    void an_explanation_tells_the_place_and_never_the_name_on_record() {
        NameComparison comparison = comparison("王䶮", "王岩");

        assertThat(comparison.explanationZh()).contains("第2个字").doesNotContain("䶮");
        assertThat(comparison.explanationEn()).contains("Character 2").doesNotContain("䶮");
    }

    private static NameMatch compared(@Nullable String recorded, String given) {
        return comparison(recorded, given).match();
    }

    private static NameComparison comparison(@Nullable String recorded, String given) {
        return new CompareNames(new OneName(Optional.ofNullable(recorded)), VariantCharacters.load())
                .compare(PERSON, given);
    }

    private record OneName(Optional<String> name) implements RecordedNames {
        @Override
        public Optional<String> of(PersonKey person) {
            return name;
        }

        @Override
        public void record(Collection<PersonName> names) {
            throw new UnsupportedOperationException("a comparison records nothing");
        }
    }
}
