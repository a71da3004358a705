package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How old the evidence of a criterion may be. */
class EvidenceAgesTest {
    private static final String VOCABULARY = """
            variables:
              - {name: a.months, type: int, dataset: si.months, meaning: months}
              - {name: a.home, type: bool, dataset: dwelling, meaning: owns a home}
              - {name: a.known, type: bool, meaning: a flag}
            """;
    private static final String RULES = """
            id: T-1
            use: test
            jurisdiction: "350200"
            effectiveFrom: 2016-01-11
            derived:
              - {name: years, is: a.months / 12}
            criteria:
              - {id: home, nameZh: 房, nameEn: home, met: a.home}
              - {id: months, nameZh: 月, nameEn: months, met: derived.years >= 1}
            """;

    @Test
    void without_a_word_the_catalogue_says_it() {
        assertThat(read(RULES).maxAge("si.months")).isEqualTo(Duration.ofMinutes(15));
        assertThat(read(RULES).maxAge("permit.status")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_criterion_says_it_for_its_own_datasets_through_intermediate_values_too() {
        RuleSet rules = read(RULES.replace("derived.years >= 1", "derived.years >= 1, maxAge: PT24H"));

        assertThat(rules.maxAge("si.months")).isEqualTo(Duration.ofHours(24));
        assertThat(rules.maxAge("dwelling")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void of_several_criteria_the_strictest_is_held() {
        String further = """
                  - {id: again, nameZh: 月, nameEn: months, met: a.months > 0, maxAge: PT5M}
                """;

        assertThat(read(RULES.replace("derived.years >= 1", "derived.years >= 1, maxAge: PT24H") + further)
                        .maxAge("si.months"))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(read(RULES + further.replace("PT5M", "PT24H")).maxAge("si.months"))
                .as("a criterion that says nothing demands what the catalogue says")
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void the_condition_of_what_follows_is_held_to_it_as_well() {
        String rules = RULES.replace("met: a.home", """
                met: a.known, maxAge: PT1M, onNotMet:
                    [{when: a.home, outcome: NEEDS_REVIEW, reason: R, textZh: 甲, textEn: a}]""");

        assertThat(read(rules).maxAge("dwelling")).isEqualTo(Duration.ofMinutes(1));
    }

    private static RuleSet read(String rules) {
        return RuleSetFile.read(
                "T.yaml",
                rules,
                Vocabulary.read("V.yaml", new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8))));
    }
}
