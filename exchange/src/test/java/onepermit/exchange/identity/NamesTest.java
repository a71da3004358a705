package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿依古丽·买买提",
                "阿依古丽•买买提",
                "阿依古丽・买买提",
                "阿依古丽･买买提",
                "阿依古丽．买买提",
                "阿依古丽.买买提",
                "阿依古丽 · 买买提",
                "　阿依古丽·买买提\u200B",
                "阿依古丽‧买买提"
            })
    void any_dot_and_any_space_between_the_parts_is_the_same_name(String spelling) {
        assertThat(Names.normalise(spelling)).isEqualTo("阿依古丽·买买提");
    }

    @Test
    void full_width_and_compatibility_characters_are_the_same_name() {
        assertThat(Names.normalise("ＪＯＨＮ　ｓｍｉｔｈ")).isEqualTo(Names.normalise("John Smith"));
        assertThat(Names.normalise("\uFA19武")).isEqualTo(Names.normalise("神武")); // a compatibility ideograph
        assertThat(Names.normalise("葛\uDB40\uDD00城")).isEqualTo(Names.normalise("葛城")); // with a variation selector
    }

    @Test
    void a_decomposed_letter_is_the_same_as_a_composed_one() {
        assertThat(Names.normalise("Zoe\u0308")).isEqualTo(Names.normalise("Zoë"));
    }

    @Test
    void a_variant_character_is_another_name() {
        assertThat(Names.normalise("李喆")).isNotEqualTo(Names.normalise("李哲"));
        assertThat(Names.normalise("\uD842\uDFB7"))
                .isNotEqualTo(Names.normalise("吉")); // U+20BB7, outside the basic plane
    }

    @Test
    void normalising_twice_changes_nothing() {
        String once = Names.normalise("ｱｲ･ß．Ａ");

        assertThat(Names.normalise(once)).isEqualTo(once);
    }
}
