package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A rule set with a mistake is not loaded, and the error says where it is. */
class RuleSetLintTest {
    private static final String VOCABULARY = """
            variables:
              - {name: a.months, type: int, dataset: si.months, meaning: months}
              - {name: a.known, type: bool, meaning: a flag}
            """;
    private static final String RULES = """
            id: T-1
            use: test
            jurisdiction: "350200"
            documentNumber: 厦教基〔2016〕1号
            effectiveFrom: 2016-01-11
            parameters:
              gate: {value: 12, source: article 1}
            criteria:
              - id: gate
                nameZh: 条件
                nameEn: gate
                article: article 1
                met: a.months >= param.gate
                onNotMet:
                  - {outcome: NOT_ELIGIBLE, reason: GATE, textZh: 不足, textEn: too few}
            """;

    @Test
    void a_sound_rule_set_is_read() {
        RuleSet rules = read(RULES);

        assertThat(rules.id()).isEqualTo("T-1");
        assertThat(rules.ref().getDocumentNumber()).isEqualTo("厦教基〔2016〕1号");
        assertThat(rules.parameter("gate")).isEqualTo(12L);
    }

    @Test
    void the_hash_is_that_of_the_text_whatever_its_line_ends() {
        assertThat(read(RULES).ref().getHash())
                .hasSize(64)
                .isEqualTo(read(RULES.replace("\n", "\r\n")).ref().getHash())
                .isNotEqualTo(read(RULES.replace("12", "13")).ref().getHash());
    }

    @Test
    void a_refusing_criterion_needs_an_article_and_its_set_a_document_number() {
        wrong(RULES.replace("    article: article 1\n", ""), "criteria gate", "needs an 'article'");
        wrong(RULES.replace("documentNumber: 厦教基〔2016〕1号\n", ""), "criteria gate", "'documentNumber'");
    }

    @Test
    void a_word_outside_the_vocabulary_does_not_load() {
        wrong(RULES.replace("a.months >=", "a.month >="), "criteria gate", "'met'", "a.month");
        wrong(RULES.replace("param.gate", "param.gat"), "criteria gate", "param");
    }

    @Test
    void an_expression_of_the_wrong_type_does_not_load() {
        wrong(RULES.replace("a.months >= param.gate", "a.months + param.gate"), "'met'", "expected bool");
        wrong(RULES.replace("a.months >= param.gate", "a.months >= 'x'"), "criteria gate", "no matching overload");
        wrong(RULES.replace("a.months >= param.gate", "a.months >="), "criteria gate", "'met'");
    }

    @Test
    void an_unknown_key_does_not_load() {
        wrong(RULES.replace("met:", "mett:"), "criteria gate", "unknown key 'mett'");
        wrong(RULES + "sinthetic: true\n", "unknown key 'sinthetic'");
    }

    @Test
    void what_is_missing_is_named() {
        wrong(RULES.replace("    nameZh: 条件\n", ""), "criteria gate", "'nameZh' is missing");
        wrong(RULES.replace("effectiveFrom: 2016-01-11\n", ""), "'effectiveFrom' is missing");
        wrong(RULES.replace("2016-01-11", "2016-13-11"), "2016-13-11", "not a date");
        wrong(RULES.replace("2016-01-11", "soon"), "'effectiveFrom' is a date");
    }

    @Test
    void a_key_twice_does_not_load() {
        wrong(RULES + "use: other\n", "use");
        wrong(RULES.replace("criteria:", """
                criteria:
                  - {id: gate, nameZh: x, nameEn: x}"""), "same 'id'");
    }

    @Test
    void unknown_never_refuses() {
        wrong(
                RULES + "    onUnknown: {outcome: NOT_ELIGIBLE, reason: R, textZh: 甲, textEn: a}\n",
                "criteria gate",
                "'onUnknown'");
        wrong(RULES + "    onUnknown: REFUSE\n", "criteria gate", "'onUnknown'");
    }

    @Test
    void not_yet_says_from_when() {
        wrong(RULES.replace("outcome: NOT_ELIGIBLE", "outcome: NOT_YET"), "onNotMet 1", "'earliest'");
        wrong(RULES.replace("outcome: NOT_ELIGIBLE", "outcome: ELIGIBLE"), "onNotMet 1", "'outcome' is one of");
    }

    @Test
    void a_case_speaks_the_words_of_the_vocabulary() {
        wrong(RULES + """
                cases:
                  - {name: one, date: 2016-01-11, given: {a.month: 3}, expect: {outcome: ELIGIBLE}}
                """, "cases one", "[a.month]");
    }

    @Test
    void a_brace_left_open_does_not_load() {
        wrong(RULES.replace("textEn: too few", "textEn: 'too few: {a.months'"), "'textEn'", "brace");
    }

    @Test
    void a_line_in_one_language_only_does_not_load() {
        for (String key : new String[] {"value", "valueZh", "required", "requiredZh"}) {
            wrong(
                    RULES.replace("    met:", "    " + key + ": '{a.months}'\n    met:"),
                    "criteria gate",
                    "'" + key + "'");
        }
    }

    @Test
    void both_languages_of_a_line_speak_of_the_same_words() {
        wrong(
                RULES.replace("    met:", "    value: '{a.months}'\n    valueZh: 足月\n    met:"),
                "criteria gate",
                "'value' speaks of [a.months]",
                "'valueZh' of []");
    }

    @Test
    void only_a_code_or_a_list_of_codes_is_called_in_chinese() {
        wrong(
                RULES.replace("    met:", "    value: '{a.months}'\n    valueZh: '{zh(a.months)}'\n    met:"),
                "'valueZh'",
                "zh");
    }

    @Test
    void a_vocabulary_names_datasets_of_the_catalogue() {
        assertThatThrownBy(() -> vocabulary(VOCABULARY.replace("si.months", "si.month")))
                .isInstanceOf(RuleSetInvalid.class)
                .hasMessageContaining("variables a.months")
                .hasMessageContaining("si.month");
        assertThatThrownBy(() -> vocabulary(VOCABULARY.replace("bool", "boolean")))
                .hasMessageContaining("variables a.known")
                .hasMessageContaining("'type' is one of");
    }

    @Test
    void the_age_of_evidence_is_a_duration_and_stands_where_there_is_evidence() {
        wrong(RULES.replace("met:", "maxAge: 15\n    met:"), "criteria gate", "'maxAge' is a duration", "not '15'");
        wrong(RULES.replace("met:", "maxAge: -PT5M\n    met:"), "criteria gate", "above zero");
        wrong(
                RULES.replace("met: a.months >= param.gate", "maxAge: PT5M\n    met: a.known"),
                "criteria gate",
                "no word of a dataset");
    }

    @Test
    void an_endless_expression_does_not_load() {
        wrong(RULES.replace("a.months >= param.gate", "a.months >= 1" + " + 1".repeat(600)), "2000 characters");
    }

    private static void wrong(String rules, String... says) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOf(RuleSetInvalid.class)
                .hasMessageContaining("T.yaml")
                .hasMessageContainingAll(says);
    }

    private static RuleSet read(String rules) {
        return RuleSetFile.read("T.yaml", rules, vocabulary(VOCABULARY));
    }

    private static Vocabulary vocabulary(String text) {
        return Vocabulary.read("V.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
