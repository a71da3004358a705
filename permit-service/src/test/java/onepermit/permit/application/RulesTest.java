package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSetInvalid;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.testing.RuleSetCases;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.social.v1.EmploymentPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final DivisionCode TONGZHOU = new DivisionCode("110112");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> every_case_of_every_rule_set_comes_out() {
        return RuleSetCases.of(RuleSets.shipped());
    }

    @Test
    void beijing_has_its_own_rules_from_the_first_of_october_2016() {
        assertThat(inForce("2016-09-30")).isEqualTo("CN-663");
        assertThat(inForce("2016-10-01")).isEqualTo("BJ-270");
    }

    @Test
    void before_the_decree_nothing_is_in_force() {
        assertThat(RuleSets.shipped().inForce("permit", TONGZHOU, LocalDate.parse("2015-12-31")))
                .isEmpty();
    }

    /** Scenario 5: with the flag off the alternatives are named, and nobody gets a bare refusal. */
    @Test
    void where_a_work_permit_is_not_accepted_the_alternatives_are_named() throws IOException {
        RuleSet strict = changed("acceptWorkPermit: {value: true", "acceptWorkPermit: {value: false");

        Decision decision = RuleEngine.decide(strict, LocalDate.parse("2016-10-12"), TONGZHOU, workPermitHolder());

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getReasonsList()).singleElement().satisfies(reason -> {
            assertThat(reason.getCode()).isEqualTo("WORK_PERMIT_NOT_ACCEPTED");
            assertThat(reason.getTextEn()).contains("social insurance").contains("wage tax");
        });
    }

    /** Row A07, which the study tells and the text does not: off, until a city turns it on. */
    @Test
    void a07_where_cards_are_exchanged_a_card_with_a_job_or_a_dwelling_is_enough() throws IOException {
        RuleSet exchanging = changed("cardExchange: {value: false", "cardExchange: {value: true");
        CaseFacts threeMonths = workPermitHolder()
                .known("workPermit.months", 0)
                .known("residence.months", 3)
                .known("residence.card", true);

        Decision decision = RuleEngine.decide(exchanging, LocalDate.parse("2016-10-12"), TONGZHOU, threeMonths);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getItemsList()).contains("CARD_EXCHANGE");
        assertThat(RuleEngine.decide(
                                RuleSets.shipped().of("BJ-270"), LocalDate.parse("2016-10-12"), TONGZHOU, threeMonths)
                        .getOutcome())
                .isEqualTo(Outcome.OUTCOME_NOT_YET);
    }

    /** Row K03: a new table changes what is filed from its first day on, and nothing before. */
    @Test
    void k03_each_table_of_settlement_holds_for_its_days() {
        assertThat(settlement("2016-12-31")).isEqualTo("CN-663-SETTLE");
        assertThat(settlement("2019-12-31")).isEqualTo("BJ-SETTLE-2016-39");
        assertThat(settlement("2020-01-01")).isEqualTo("BJ-SETTLE-2020");
        assertThat(settlement("2024-01-01")).isEqualTo("CN-663-SETTLE");
    }

    /** Row K05: nobody is shut out by his trade, because nothing asks for it. */
    @Test
    void k05_no_word_of_settlement_speaks_of_a_trade_or_the_grade_of_an_occupation() throws IOException {
        assertThat(shipped("vocabulary-settlement.yaml").lines().filter(line -> line.contains("{name:")))
                .isNotEmpty()
                .noneMatch(
                        line -> line.matches("(?i).*name: [a-z.]*(occupation|trade|industry|profession|grade|post).*"));
        assertThat(EmploymentPeriod.getDescriptor().getFields())
                .extracting(field -> field.getName())
                .containsExactly("division", "from", "to", "flexible", "employer_tag");
    }

    private static String settlement(String on) {
        return RuleSets.shipped()
                .inForce("settlement", TONGZHOU, LocalDate.parse(on))
                .orElseThrow()
                .id();
    }

    /** Scenario 7: a refusal must cite its document, or its rule set does not load. */
    @Test
    void a_refusing_rule_without_a_document_number_does_not_load() {
        assertThatThrownBy(() -> changed("documentNumber: 北京市人民政府令第270号\n", ""))
                .isInstanceOf(RuleSetInvalid.class)
                .hasMessageContaining("documentNumber");
    }

    private static String inForce(String date) {
        return RuleSets.shipped()
                .inForce("permit", TONGZHOU, LocalDate.parse(date))
                .orElseThrow()
                .id();
    }

    private RuleSet changed(String old, String now) throws IOException {
        Files.writeString(folder.resolve("vocabulary-permit.yaml"), shipped("vocabulary-permit.yaml"));
        Files.writeString(folder.resolve("BJ-270.yaml"), shipped("BJ-270.yaml").replace(old, now));
        return RuleSets.in(folder.toUri() + "*.yaml").of("BJ-270");
    }

    private static String shipped(String file) throws IOException {
        try (InputStream text = Objects.requireNonNull(RulesTest.class.getResourceAsStream("/rules/" + file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static CaseFacts workPermitHolder() {
        return new CaseFacts()
                .known("application.city", "110000")
                .known("hukou.city", "430100")
                .known("residence.months", 0)
                .known("residence.since", 20161012)
                .known("workPermit.months", 31)
                .known("si.run", 0)
                .known("si.monthsAgo", 999)
                .known("si.gap", "")
                .known("iit.run", 0)
                .known("iit.monthsAgo", 999)
                .known("iit.gap", "")
                .known("job.kind", "EMPLOYED")
                .known("dwelling.kind", "NONE")
                .known("study.stage", "NONE")
                .known("host.kinship", "NOT_ASKED")
                .known("host.dwelling", "NONE")
                .known("host.hukou", "NONE")
                .known("name.match", "NOT_CHECKED")
                .known("applicant.age", 30)
                .known("applicant.cannotCome", false)
                .known("filer.kind", "NOT_ASKED")
                .known("filer.kinship", "NOT_ASKED");
    }
}
