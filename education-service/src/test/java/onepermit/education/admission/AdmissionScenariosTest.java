package onepermit.education.admission;

import static onepermit.education.admission.Household.due;
import static org.assertj.core.api.Assertions.assertThat;

import onepermit.education.Ground;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Reason;
import org.junit.jupiter.api.Test;

/** School admission in Xiamen as the departments' published facts decide it. */
class AdmissionScenariosTest {
    private static final String SIMING = "350203";
    private static final String JIMEI = "350211";
    private static final int BORN_2014 = 20140302;
    private static final int BORN_2019 = 20190302;
    private final Ground ground = Ground.get();

    @Test
    void the_published_family_has_72_points_in_siming() {
        Household family = Household.settled(ground, BORN_2014, SIMING, 2020).known();

        Decision decision = verify(family.asked(SIMING, 2020));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getRuleSet().getId()).isEqualTo("XM-ADMIT-2016");
        assertThat(decision.getEvaluationDate()).isEqualTo("2020-08-31");
        assertThat(decision.getResult().getPoints()).isEqualTo(72);
        assertThat(decision.getResult().getMaxPoints()).isEqualTo(110);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(points(decision, "base")).isEqualTo(30);
        assertThat(points(decision, "real.residence")).isEqualTo(6);
        assertThat(points(decision, "real.insurance")).isEqualTo(16);
        assertThat(points(decision, "real.district")).isEqualTo(9);
        assertThat(points(decision, "real.familyPlanning")).isEqualTo(5);
        assertThat(points(decision, "extra.secondParent")).isEqualTo(6);
    }

    @Test
    void the_same_family_has_78_points_in_jimei_whose_gate_is_one_year() {
        Household family = Household.settled(ground, BORN_2014, JIMEI, 2020).known();

        Decision decision = verify(family.asked(JIMEI, 2020));

        assertThat(decision.getResult().getPoints()).as("%s", decision).isEqualTo(78);
    }

    @Test
    void one_year_of_residence_does_not_pass_the_gate_of_siming_and_is_only_proposed_as_a_refusal() {
        Household family = Household.settled(ground, BORN_2014, SIMING, 2020);
        family.lives(family.father, SIMING, 20190801)
                .lives(family.mother, SIMING, 20190801)
                .known();

        Decision decision = verify(family.asked(SIMING, 2020));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(reasons(decision)).contains("GATE_RESIDENCE");
        assertThat(decision.getReasons(0).getArticle()).contains("厦教基〔2016〕1号");
    }

    @Test
    void a_share_of_exactly_half_is_no_home_and_two_halves_are_one() {
        Household family = Household.settled(ground, BORN_2014, SIMING, 2020);
        family.owns(family.father, SIMING, 5000).known();
        assertThat(points(verify(family.asked(SIMING, 2020)), "real.home")).isZero();

        family.owns(family.mother, SIMING, 5000).known();
        assertThat(points(verify(family.asked(SIMING, 2020)), "real.home")).isEqualTo(20);
    }

    @Test
    void everything_maximal_is_110_points() {
        Household family = Household.settled(ground, BORN_2014, SIMING, 2020);
        for (String parent : new String[] {family.father, family.mother}) {
            family.lives(parent, SIMING, 20000101)
                    .works(parent, SIMING, 20000101)
                    .insured(parent, 2000, 1, 2020, 8);
        }
        family.owns(family.father, SIMING, 10_000).known();

        assertThat(verify(family.asked(SIMING, 2020)).getResult().getPoints()).isEqualTo(110);
    }

    @Test
    void the_parent_with_the_better_total_counts_as_the_main_one() {
        Household family = Household.settled(ground, BORN_2014, SIMING, 2020);
        family.lives(family.father, SIMING, 20190801).known();

        Decision decision = verify(family.asked(SIMING, 2020));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(criterion(decision, "gate.residence").getValue()).startsWith("mother");
    }

    @Test
    void an_officer_is_answered_by_three_departments_with_source_and_time_and_no_paper() {
        Household family = Household.settled(ground, BORN_2019, SIMING, 2025).known();

        Decision decision = verify(family.asked(SIMING, 2025));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT");
        for (String gate : new String[] {"gate.residence", "gate.insurance", "vaccination"}) {
            assertThat(criterion(decision, gate).getStatus()).as(gate).isEqualTo(CriterionStatus.CRITERION_STATUS_MET);
            assertThat(criterion(decision, gate).getEvidenceList()).as(gate).isNotEmpty();
        }
        assertThat(decision.getEvidenceList()).extracting(Evidence::getSource).contains("permit", "social", "health");
        assertThat(decision.getEvidenceList())
                .allMatch(evidence -> evidence.getAsOf().getSeconds() > 0 && evidence.getAgeMillis() >= 0);
        assertThat(decision.getReceipt().getLeafHash().size()).isEqualTo(32);
        assertThat(decision.getId()).startsWith("education-");
    }

    @Test
    void a_later_school_year_is_answered_under_a_set_that_says_it_is_synthetic_and_is_never_final() {
        Household family = Household.settled(ground, BORN_2019, SIMING, 2025).known();

        Decision decision = verify(family.asked(SIMING, 2025));

        assertThat(decision.getRuleSet().getId()).isEqualTo("XM-ADMIT-SYNTHETIC");
        assertThat(decision.getRuleSet().getSynthetic()).isTrue();
        assertThat(decision.getLabelsList()).contains("SYNTHETIC_RULE_SET", "UNVERIFIED_SCHOOL_YEAR");
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(decision.getResult().getPoints())
                .as("family planning is not asked for")
                .isEqualTo(67);
        assertThat(decision.getResult().getMaxPoints()).isEqualTo(105);
        assertThat(decision.getEvidenceList()).extracting(Evidence::getDataset).doesNotContain("fp.flag");
    }

    @Test
    void a_vaccination_gap_admits_with_catch_up() {
        Household family = Household.settled(ground, BORN_2019, SIMING, 2025)
                .vaccinated(due("DTaP", 5, 20250302), due("MPSV-AC", 2, 20250302), due("X", 1, 20251001))
                .known();

        Decision decision = verify(family.asked(SIMING, 2025));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT_WITH_CATCHUP");
        assertThat(decision.getResult().getItemsList()).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(decision.getResult().getDate()).isEqualTo("2025-12-31");
        assertThat(criterion(decision, "vaccination").getRequired()).contains("2025-10-01");
    }

    @Test
    void a_child_born_after_the_range_may_enter_a_year_later() {
        Household family = Household.settled(ground, 20190901, SIMING, 2025).known();

        Decision decision = verify(family.asked(SIMING, 2025));

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getEarliestDate()).isEqualTo("2026-09-01");
    }

    @Test
    void a_city_without_rules_refuses_nobody() {
        Household family = Household.settled(ground, BORN_2019, SIMING, 2025).known();

        Decision decision = ground.officer("420100", AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                .verifyEligibility(family.asked("420100", 2025).build())
                .getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(reasons(decision)).containsExactly("NO_RULE_IN_FORCE");
    }

    private Decision verify(VerifyEligibilityRequest.Builder request) {
        return ground.officer("350200", AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                .verifyEligibility(request.build())
                .getDecision();
    }

    private static java.util.List<String> reasons(Decision decision) {
        return decision.getReasonsList().stream().map(Reason::getCode).toList();
    }

    private static int points(Decision decision, String id) {
        return criterion(decision, id).getPoints();
    }

    private static Criterion criterion(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(line -> line.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no criterion " + id));
    }
}
