package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.RequestDocumentRequest;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Scenarios 23, 25 and 26: a child's school place, decided from what four departments already know. */
class AdmissionTest extends Scenario {
    @Test
    void scenario_23_the_points_of_siming_and_jimei_under_the_rules_of_2016() {
        var siming = new Family(city, "2014-03-02").kin().planned();
        settled(siming, SIMING, 2020);
        var jimei = new Family(city, "2014-03-02").kin().planned();
        settled(jimei, JIMEI, 2020);
        city.isKnownTo("education");

        var inSiming = verify(siming, SIMING, 2020);
        assertThat(inSiming.getRuleSet().getId()).isEqualTo("XM-ADMIT-2016");
        assertThat(inSiming.getResult().getPoints()).as("%s", inSiming).isEqualTo(72);
        var inJimei = verify(jimei, JIMEI, 2020);
        assertThat(inJimei.getResult().getPoints()).as("%s", inJimei).isEqualTo(78);
    }

    @Test
    void scenario_23_one_year_of_residence_fails_the_gate_of_siming() {
        var family = new Family(city, "2014-03-02").kin().planned();
        family.lives(family.father, SIMING, "2019-08-01")
                .works(family.father, SIMING, "2015-08-01")
                .insured(family.father, "2014-08", "2020-07");
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2020);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(reasons(decision)).containsExactly("GATE_RESIDENCE");
        assertThat(criterion(decision, "gate.residence").getStatus())
                .isEqualTo(CriterionStatus.CRITERION_STATUS_NOT_MET);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void scenario_23_half_a_home_gives_no_points_and_everything_maximal_gives_110() {
        var half = longSettled().owns(SIMING, 5000);
        var more = longSettled().owns(SIMING, 5001);
        city.isKnownTo("education");

        var without = verify(half, SIMING, 2020);
        assertThat(criterion(without, "real.home").getPoints()).isZero();
        assertThat(without.getResult().getPoints()).as("%s", without).isEqualTo(90);
        var maximal = verify(more, SIMING, 2020);
        assertThat(criterion(maximal, "real.home").getPoints()).isEqualTo(20);
        assertThat(maximal.getResult().getPoints()).as("%s", maximal).isEqualTo(110);
    }

    @Test
    void a_later_school_year_is_answered_under_a_set_that_says_it_is_synthetic() {
        var family = new Family(city, "2019-03-02").kin().planned().vaccinated();
        settled(family, SIMING, 2025);
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2025);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getLabelsList()).contains("SYNTHETIC_RULE_SET");
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void scenario_25_an_officer_gets_an_answer_with_source_and_time_and_may_not_ask_for_paper() {
        var family = new Family(city, "2019-03-02").kin().planned().vaccinated();
        settled(family, SIMING, 2025);
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2025);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT");
        assertThat(decision.getEvidenceList()).extracting(e -> e.getSource()).contains("permit", "social", "health");
        assertThat(decision.getEvidenceList()).allMatch(e -> e.getAsOf().getSeconds() > 0);
        assertThat(decision.getReceipt().getLeafHash().size()).isEqualTo(32);

        var refused = Assertions.catchThrowableOfType(
                StatusRuntimeException.class,
                () -> admissions(SIMING)
                        .requestDocument(RequestDocumentRequest.newBuilder()
                                .setChildId(family.child)
                                .setDocumentKind("VACCINATION_CERTIFICATE")
                                .setContext(context())
                                .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
    }

    @Test
    void scenario_26_a_vaccination_gap_never_refuses_a_place() {
        var family = new Family(city, "2019-03-02").kin().planned().vaccinated("DTaP5", "MPSV-AC2");
        settled(family, SIMING, 2025);
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2025);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT_WITH_CATCHUP");
        assertThat(decision.getResult().getItemsList()).containsExactlyInAnyOrder("DTaP5", "MPSV-AC2");
    }

    @Test
    void scenario_26_a_child_born_after_the_range_is_not_yet_of_age() {
        var family = new Family(city, "2019-09-01").kin().planned();
        settled(family, SIMING, 2025);
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2025);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getEarliestDate()).startsWith("2026-");
    }

    @Test
    void a_parent_without_kinship_on_record_is_reviewed_and_never_refused() {
        var family = new Family(city, "2019-03-02").planned().vaccinated();
        settled(family, SIMING, 2025);
        city.isKnownTo("education");

        var decision = verify(family, SIMING, 2025);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(reasons(decision)).contains("KINSHIP_UNKNOWN");
    }

    /** Father: five years of residence and work, six of insurance, home and work in one district; mother two and two. */
    private static void settled(Family family, String division, int year) {
        var end = year + "-07";
        family.lives(family.father, division, (year - 5) + "-08-01")
                .works(family.father, division, (year - 5) + "-08-01")
                .insured(family.father, (year - 6) + "-08", end)
                .lives(family.mother, division, (year - 2) + "-08-01")
                .works(family.mother, division, (year - 2) + "-08-01")
                .insured(family.mother, (year - 2) + "-08", end);
    }

    /** Both parents for more than eight years: every item at its cap but the home. */
    private Family longSettled() {
        var family = new Family(city, "2014-03-02").kin().planned();
        for (var parent : List.of(family.father, family.mother)) {
            family.lives(parent, SIMING, "2011-08-01")
                    .works(parent, SIMING, "2011-08-01")
                    .insured(parent, "2011-08", "2020-07");
        }
        return family;
    }

    private Decision verify(Family family, String division, int year) {
        return admissions(division)
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(family.child)
                        .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                        .addGuardians(Guardian.newBuilder().setCitizenId(family.mother))
                        .setDivision(division)
                        .setSchoolYear(year)
                        .setContext(context())
                        .build())
                .getDecision();
    }

    private AdmissionServiceGrpc.AdmissionServiceBlockingStub admissions(String division) {
        return door.as("admission-officer", division, AdmissionServiceGrpc.newBlockingStub(door.channel()));
    }

    private static onepermit.exchange.v1.RequestContext context() {
        return FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-ADMISSION");
    }
}
