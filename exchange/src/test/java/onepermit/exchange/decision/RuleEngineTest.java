package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RuleEngineTest {
    private static final DivisionCode SIMING = new DivisionCode("350203");
    private static final LocalDate DAY = LocalDate.of(2020, 8, 31);
    private static final RuleSet RULES = read("""
            id: T-1
            use: test
            jurisdiction: "350200"
            documentNumber: 试〔2020〕1号
            effectiveFrom: 2020-01-01
            effectiveTo: 2020-12-31
            parameters:
              gate: {value: {"350203": 24, default: 12}, source: article 1}
            derived:
              - {name: gate, is: "int(byDivision(param.gate, division))"}
            criteria:
              - id: record
                nameZh: 无记录
                nameEn: no record
                article: article 4
                met: "!crime"
                onNotMet:
                  - {outcome: VETOED, reason: CRIME, textZh: 有记录, textEn: a record}
              - id: residence
                nameZh: 居住
                nameEn: residence
                article: article 1
                met: residence.months >= derived.gate
                value: "{residence.months} months"
                valueZh: "居住{residence.months}个月"
                required: ">= {derived.gate} months"
                requiredZh: "要求≥{derived.gate}个月"
                onNotMet:
                  - when: kin
                    outcome: NOT_YET
                    reason: RESIDENCE
                    textZh: "居住{residence.months}个月"
                    textEn: "{residence.months} months"
                    earliest: addMonths(evaluationDate, derived.gate - residence.months)
              - id: basis
                nameZh: 三者之一
                nameEn: one of three
                article: article 2
                met: job || study
                onNotMet:
                  - {outcome: NOT_ELIGIBLE, reason: NONE_OF_THREE, textZh: 无, textEn: none}
              - id: kin
                nameZh: 亲子
                nameEn: kinship
                met: kin
                value: "{host.role}"
                valueZh: "{zh(host.role)}"
                onNotMet:
                  - {outcome: NEEDS_REVIEW, reason: KIN, textZh: 核实, textEn: look}
                onUnknown: {outcome: NEEDS_REVIEW, reason: KIN_UNKNOWN, textZh: 核实, textEn: look}
              - id: points
                nameZh: 积分
                nameEn: points
                points: math.least(10, residence.months / 12)
                maxPoints: 10
              - id: bonus
                nameZh: 加分
                nameEn: bonus
                applies: job
                points: "bonus ? 5 : 0"
                value: "{bonus}"
                valueZh: "{bonus ? '有' : '无'}"
                onUnknown: IGNORE
            result:
              code: "outcome == 'ELIGIBLE' ? 'ADMIT' : ''"
              points: points.total
            """);

    private final CaseFacts facts = new CaseFacts();

    @Test
    void all_met_is_eligible_with_every_criterion_explained() {
        int residence = facts.evidence(evidence("guardian-1", "residence.registration", "residence"));
        facts.known("crime", false).known("residence.months", 63, residence).known("job", true);
        facts.known("study", false).known("kin", true).known("bonus", true).known("host.role", "mother");

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT");
        assertThat(decision.getResult().getPoints()).isEqualTo(10);
        Criterion line = line(decision, "residence");
        assertThat(line.getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_MET);
        assertThat(line.getValue()).isEqualTo("63 months");
        assertThat(line.getRequired()).isEqualTo(">= 24 months");
        assertThat(line.getValueZh()).isEqualTo("居住63个月");
        assertThat(line.getRequiredZh()).isEqualTo("要求≥24个月");
        assertThat(line.getArticle()).isEqualTo("article 1");
        assertThat(line.getEvidenceList()).containsExactly(0);
        assertThat(decision.getRuleSet().getHash()).isEqualTo(RULES.ref().getHash());
        assertThat(decision.getReasonsList()).isEmpty();
    }

    @Test
    void a_code_reads_by_its_name_in_chinese() {
        sound().known("host.role", "father");

        assertThat(line(decide(), "kin").getValueZh()).isEqualTo("父亲");
        assertThat(line(decide(), "kin").getValue()).isEqualTo("father");
    }

    @Test
    void a_code_without_a_name_stands_as_it_is_and_a_number_in_it_is_kept() {
        assertThat(RULES.zh("guardian-2")).isEqualTo("监护人2");
        assertThat(RULES.zh("350203")).isEqualTo("思明区");
        assertThat(RULES.zh("000001")).isEqualTo("000001");
        assertThat(RULES.zh("stranger")).isEqualTo("stranger");
    }

    @Test
    void a_line_without_a_value_says_why() {
        sound().known("host.role", "").known("job", false).known("study", true);

        Decision decision = decide();

        assertThat(line(decision, "kin").getValue()).isEqualTo("nothing on record");
        assertThat(line(decision, "kin").getValueZh()).isEqualTo("无");
        assertThat(line(decision, "bonus").getValue()).isEqualTo("not asked");
        assertThat(line(decision, "bonus").getValueZh()).isEqualTo("不适用");
    }

    @Test
    void the_gate_is_that_of_the_division() {
        Decision decision = RuleEngine.decide(RULES, DAY, new DivisionCode("350211"), sound());

        assertThat(line(decision, "residence").getRequired()).isEqualTo(">= 12 months");
    }

    @Test
    void not_yet_tells_the_day() {
        sound().known("residence.months", 20);

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getEarliestDate()).isEqualTo("2020-12-31");
        assertThat(decision.getResult().getCode()).isEmpty();
    }

    @Test
    void a_refusal_goes_before_not_yet_and_both_are_told() {
        sound().known("residence.months", 20).known("job", false);

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("NONE_OF_THREE", "RESIDENCE");
        assertThat(decision.getEarliestDate()).isEmpty();
    }

    @Test
    void a_veto_goes_before_all_and_leaves_no_total() {
        sound().known("crime", true).known("job", false);

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_VETOED);
        assertThat(decision.hasResult()).isFalse();
    }

    @Test
    void unknown_waits_and_names_who_has_the_evidence() {
        sound().unknown("residence.months", pending("residence.registration", "permit", "STALE"));

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPendingList()).containsExactly(pending("residence.registration", "permit", "STALE"));
        assertThat(line(decision, "residence").getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_UNKNOWN);
        assertThat(line(decision, "residence").getUnknownList()).containsExactly("residence.registration");
        assertThat(decision.getResult().hasPoints()).isFalse();
    }

    @Test
    void unknown_hides_no_refusal_that_does_not_hang_on_it() {
        sound().known("job", false).unknown("residence.months", pending("residence.registration", "permit", "STALE"));

        assertThat(decide().getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
    }

    @Test
    void one_alternative_unknown_and_the_other_false_refuses_nobody() {
        sound().known("job", false).unknown("study", pending("enrolment.record", "education", "STALE"));

        assertThat(decide().getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
    }

    @Test
    void one_alternative_true_is_enough_whatever_the_other_is() {
        sound().unknown("study", pending("enrolment.record", "education", "STALE"));

        assertThat(decide().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    @Test
    void not_met_with_an_unknown_consequence_waits() {
        sound().known("residence.months", 20).unknown("kin", pending("hukou.kinship", "permit", "PARKED"));

        Decision decision = decide();

        assertThat(line(decision, "residence").getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_NOT_MET);
        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("KIN_UNKNOWN");
    }

    @Test
    void an_unknown_bonus_that_may_be_ignored_counts_nothing() {
        sound().unknown("bonus", pending("dwelling", "permit", "STALE"));

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getPoints()).isEqualTo(5);
        assertThat(line(decision, "bonus").hasPoints()).isFalse();
    }

    @Test
    void a_fact_that_nobody_told_is_unknown_and_its_department_is_named() {
        facts.known("crime", false).known("job", true).known("kin", true).known("bonus", false);
        facts.known("host.role", "mother");

        Decision decision = decide();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPendingList())
                .containsExactly(pending("residence.registration", "permit", "UNAVAILABLE"));
    }

    @Test
    void outside_its_dates_a_rule_set_labels_what_it_says() {
        Decision decision = RuleEngine.decide(RULES, LocalDate.of(2021, 1, 1), SIMING, sound());

        assertThat(decision.getLabelsList()).containsExactly("EXPIRED_RULE_SET");
        assertThat(Decisions.finality(decision).name()).isEqualTo("FINALITY_PROPOSED");
    }

    @Test
    void without_a_rule_an_officer_looks() {
        Decision decision = RuleEngine.noRule(DAY, SIMING, "test");

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasons(0).getCode()).isEqualTo("NO_RULE_IN_FORCE");
    }

    /** Seeded: the number of the repetition is the seed. */
    @RepeatedTest(200)
    void the_same_case_gives_the_same_body_in_whatever_order_it_is_told(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Told> told = randomCase(random);
        Decision first = RuleEngine.decide(RULES, DAY, SIMING, facts(told, 0));
        Collections.shuffle(told, random);
        Decision second = RuleEngine.decide(RULES, DAY, SIMING, facts(told, 1));

        assertThat(Body.of(second).bytes()).isEqualTo(Body.of(first).bytes());
        assertThat(Body.of(second).hash()).isEqualTo(Body.of(first).hash());
    }

    /** Seeded: forgetting facts turns nothing into a refusal. */
    @RepeatedTest(200)
    void what_is_not_known_refuses_nobody(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Told> told = randomCase(random);
        Outcome whole = RuleEngine.decide(RULES, DAY, SIMING, facts(told, 0)).getOutcome();
        told.removeIf(t -> random.nextInt(3) == 0);
        Outcome less = RuleEngine.decide(RULES, DAY, SIMING, facts(told, 0)).getOutcome();

        if (refuses(less)) {
            assertThat(refuses(whole)).isTrue();
        }
    }

    private static boolean refuses(Outcome outcome) {
        return outcome == Outcome.OUTCOME_NOT_ELIGIBLE || outcome == Outcome.OUTCOME_VETOED;
    }

    private record Told(String name, Object value, Evidence evidence) {}

    private static List<Told> randomCase(Random random) {
        List<Told> told = new ArrayList<>();
        for (String name : List.of("crime", "job", "study", "kin", "bonus")) {
            told.add(new Told(name, random.nextInt(4) == 0, evidence("p" + random.nextInt(2), name, "f")));
        }
        told.add(new Told(
                "residence.months", random.nextInt(60), evidence("p1", "residence.registration", "residence")));
        return told;
    }

    private static CaseFacts facts(List<Told> told, int aged) {
        CaseFacts facts = new CaseFacts();
        for (Told t : told) {
            int index =
                    facts.evidence(t.evidence().toBuilder().setAgeMillis(aged).build());
            facts.known(t.name(), t.value(), index);
        }
        return facts;
    }

    private CaseFacts sound() {
        return facts.known("crime", false)
                .known("residence.months", 63)
                .known("job", true)
                .known("study", false)
                .known("kin", true)
                .known("bonus", false)
                .known("host.role", "mother");
    }

    private Decision decide() {
        return RuleEngine.decide(RULES, DAY, SIMING, facts);
    }

    private static Criterion line(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Evidence evidence(String subject, String dataset, String factId) {
        return Evidence.newBuilder()
                .setSubject(subject)
                .setDataset(dataset)
                .setFactId(factId)
                .setVersion(3)
                .setOrigin("REPLICA")
                .build();
    }

    private static PendingEvidence pending(String dataset, String source, String cause) {
        return PendingEvidence.newBuilder()
                .setDataset(dataset)
                .setSource(source)
                .setCause(cause)
                .build();
    }

    private static RuleSet read(String rules) {
        String vocabulary = """
                variables:
                  - {name: crime, type: bool, meaning: m}
                  - {name: residence.months, type: int, dataset: residence.registration, meaning: m}
                  - {name: job, type: bool, dataset: employment.current, meaning: m}
                  - {name: study, type: bool, dataset: enrolment.record, meaning: m}
                  - {name: kin, type: bool, dataset: hukou.kinship, meaning: m}
                  - {name: bonus, type: bool, meaning: m}
                  - {name: host.role, type: text, meaning: m}
                codes:
                  father: 父亲
                  mother: 母亲
                  "guardian-#": 监护人#
                """;
        return RuleSetFile.read(
                "T.yaml",
                rules,
                Vocabulary.read("V.yaml", new ByteArrayInputStream(vocabulary.getBytes(StandardCharsets.UTF_8))));
    }
}
