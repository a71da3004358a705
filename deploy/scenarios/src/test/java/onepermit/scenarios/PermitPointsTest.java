package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import onepermit.education.v1.CheckExamEligibilityRequest;
import onepermit.education.v1.ExamServiceGrpc;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.v1.AcceptPointsRequest;
import onepermit.social.v1.DetermineScoreRequest;
import onepermit.social.v1.EstimateScoreRequest;
import onepermit.social.v1.FilePointsRequest;
import onepermit.social.v1.ListPointsFilingsRequest;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.PointsFiling;
import onepermit.social.v1.PointsFinding;
import onepermit.social.v1.PointsServiceGrpc;
import onepermit.social.v1.PointsServiceGrpc.PointsServiceBlockingStub;
import onepermit.social.v1.PointsSheet;
import onepermit.social.v1.ScorePointsRequest;
import org.junit.jupiter.api.Test;

/** Scenarios 12 to 17: points of the Shanghai permit, by the table of 2015. */
class PermitPointsTest extends Scenario {
    private static final String PUDONG = "310115";
    private static final String EMPLOYER = "91990101MA0000007H";
    private static final RequestContext CONTEXT = FrontDoor.context(Purpose.PURPOSE_POINTS, "E2E-POINTS");

    @Test
    void scenario_12_a_phd_of_55_with_one_year_of_insurance_has_120_and_of_56_has_118() {
        assertThat(points(estimate(55, 12, Map.of("education.level", "DOCTOR"))))
                .isEqualTo(120);

        var of56 = estimate(56, 12, Map.of("education.level", "DOCTOR"));
        assertThat(points(of56)).isEqualTo(118);
        assertThat(of56.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(of56.getReasons(0).getTextEn()).contains("2 are missing");
    }

    @Test
    void scenario_13_age_is_capped_at_30_after_it_was_computed() {
        var bachelor = Map.of("education.level", "BACHELOR_DEGREE");

        assertThat(points(estimate(43, 0, bachelor))).isEqualTo(120);
        assertThat(points(estimate(44, 0, bachelor))).isEqualTo(119);
        assertThat(points(estimate(30, 0, bachelor))).isEqualTo(120);
    }

    @Test
    void scenario_14_of_education_and_skill_the_better_one_counts() {
        var both = Map.of("education.level", "DIPLOMA", "title.level", "SKILL_3", "title.matchesPost", "true");

        assertThat(points(estimate(40, 120, both))).isEqualTo(120);
        assertThat(points(estimate(35, 60, Map.of("education.level", "BACHELOR_GRADUATE"))))
                .isEqualTo(105);
    }

    @Test
    void scenario_15_deductions_add_up_nothing_is_the_floor_and_a_serious_crime_leaves_no_total() {
        assertThat(points(estimate(40, 24, doctorWith("deduction.detentions", "0"))))
                .isEqualTo(146);
        assertThat(points(estimate(40, 24, doctorWith("deduction.detentions", "1"))))
                .isEqualTo(96);
        assertThat(points(estimate(40, 24, doctorWith("deduction.falseMaterials", "1"))))
                .isZero();

        var vetoed = estimate(40, 24, doctorWith("veto.seriousCrime", "true"));
        assertThat(vetoed.getOutcome()).isEqualTo(Outcome.OUTCOME_VETOED);
        assertThat(vetoed.getResult().hasPoints()).isFalse();
    }

    @Test
    void scenario_16_years_count_when_they_are_full() {
        assertThat(points(estimate(40, 35, Map.of()))).isEqualTo(36);
        assertThat(points(estimate(40, 36, Map.of()))).isEqualTo(39);
        assertThat(points(estimate(40, 0, Map.of("suburb.years", "4")))).isEqualTo(30);
        assertThat(points(estimate(40, 0, Map.of("suburb.years", "5")))).isEqualTo(40);
        assertThat(points(estimate(40, 0, Map.of("suburb.years", "12")))).isEqualTo(50);
        assertThat(points(estimate(40, 0, Map.of("service.years", "4")))).isEqualTo(30);
        assertThat(points(estimate(40, 0, Map.of("service.years", "5")))).isEqualTo(50);
        assertThat(points(estimate(40, 0, Map.of("service.years", "8")))).isEqualTo(62);
        assertThat(points(estimate(40, 0, Map.of("major.shortage", "true")))).isEqualTo(30);
        assertThat(points(estimate(40, 0, Map.of("major.shortage", "true", "major.matchesPost", "true"))))
                .isEqualTo(60);
    }

    @Test
    void scenario_17_the_score_is_due_after_20_working_days_and_overdue_ones_are_seen() {
        var holder = SyntheticId.man("1980-03-01");
        paid(holder, "2025-07", "2025-08", false);

        var filing = accepted(holder, "2025-09-15", Map.of());

        assertThat(filing.getDueOn()).isEqualTo("2025-10-17");
        assertThat(filing.getOverdue()).isTrue();
        var overdue = officer("supervisor", "310000")
                .listPointsFilings(ListPointsFilingsRequest.newBuilder()
                        .setDivision("310000")
                        .setOverdueOnly(true)
                        .setPageSize(200)
                        .build());
        assertThat(overdue.getFilingsList()).extracting(PointsFiling::getId).contains(filing.getId());
    }

    @Test
    void scenario_18_a_score_of_120_is_fixed_on_facts_of_two_departments_and_stands_with_the_permit() {
        var holder = SyntheticId.man("1961-03-01");
        paid(holder, "2015-07", "2016-06", false);
        paid(holder, "2016-07", "2016-08", true);
        city.knows(
                "permit",
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                holder + ",310115,SH-E2E-" + holder.hashCode() + ",2016-01-04,2099-01-04");
        city.isKnownTo("social");
        var filing = accepted(holder, "2016-08-31", Map.of("education.level", "DOCTOR"));

        PointsSheet sheet = officer("social-insurance-officer", PUDONG)
                .scorePoints(ScorePointsRequest.newBuilder()
                        .setCitizenId(holder)
                        .setFilingId(filing.getId())
                        .setContext(CONTEXT)
                        .build())
                .getSheet();
        assertThat(points(sheet.getDecision())).as("%s", sheet).isEqualTo(120);
        assertThat(criterion(sheet.getDecision(), "basic.insurance").getValue()).contains("2 back-paid");

        var fixed = officer("social-insurance-officer", PUDONG)
                .determineScore(DetermineScoreRequest.newBuilder()
                        .setCitizenId(holder)
                        .setFilingId(filing.getId())
                        .setDecisionId(sheet.getDecision().getId())
                        .setEtag(filing.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build())
                .getPoints();
        assertThat(fixed.getStandardReached()).isTrue();
        assertThat(fixed.getStandsUntil()).isEqualTo("2099-01-04");

        var child = SyntheticId.woman("2002-03-01");
        city.knows("permit", "kinship", "child_id,parent_id,relation", child + "," + holder + ",FATHER");
        city.isKnownTo("education");
        var exams = door.as("admission-officer", PUDONG, ExamServiceGrpc.newBlockingStub(door.channel()))
                .checkExamEligibility(CheckExamEligibilityRequest.newBuilder()
                        .setChildId(child)
                        .addGuardianIds(holder)
                        .setDivision(PUDONG)
                        .setRegisteredOn("2017-03-01")
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-EXAMS"))
                        .build())
                .getDecision();
        assertThat(exams.getOutcome()).as("%s", exams).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(exams.getResult().getItemsList()).contains("SENIOR_SECONDARY", "COLLEGE_ENTRANCE");
        assertThat(exams.getEvidenceList())
                .filteredOn(evidence -> evidence.getDataset().equals("points.standard"))
                .extracting(Evidence::getValue)
                .containsExactly("yes");
    }

    private PointsFiling accepted(String id, String on, Map<String, String> claims) {
        var officer = officer("social-insurance-officer", PUDONG);
        var request = FilePointsRequest.newBuilder()
                .setCitizenId(id)
                .setDivision(PUDONG)
                .setEmployer(EMPLOYER)
                .setFiledOn(on)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        claims.forEach((item, value) -> request.addClaims(claim(item, value)));
        var filing = officer.filePoints(request.build()).getFiling();
        var acceptance = AcceptPointsRequest.newBuilder()
                .setCitizenId(id)
                .setFilingId(filing.getId())
                .setAcceptedOn(on)
                .setEtag(filing.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
        var found = new TreeMap<>(claims);
        found.putAll(Map.of("deduction.falseMaterials", "0", "deduction.detentions", "0", "deduction.crimes", "0"));
        found.putAll(Map.of("veto.familyPlanning", "false", "veto.seriousCrime", "false"));
        found.forEach((item, value) -> acceptance.addFindings(
                PointsFinding.newBuilder().setItem(item).setValue(value).setFoundIn("register")));
        return officer.acceptPoints(acceptance.build()).getFiling();
    }

    private void paid(String id, String from, String to, boolean backPaid) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen,back_paid"));
        for (var m = YearMonth.parse(from); !m.isAfter(YearMonth.parse(to)); m = m.plusMonths(1)) {
            lines.add(id + ",310000,PENSION," + m + "," + EMPLOYER + ",400000," + backPaid);
        }
        city.knows("social", "contribution", lines.toArray(String[]::new));
    }

    private PointsServiceBlockingStub officer(String role, String division) {
        return door.as(role, division, PointsServiceGrpc.newBlockingStub(door.channel()));
    }

    /** On 2016-09-01; whoever has a token may ask, for an estimate is about nobody on record. */
    private Decision estimate(int age, int months, Map<String, String> claims) {
        var request = EstimateScoreRequest.newBuilder()
                .setDivision(PUDONG)
                .setBorn(2016 - age + "-03-01")
                .setOn("2016-09-01")
                .setInsuranceMonths(months);
        claims.forEach((item, value) -> request.addClaims(claim(item, value)));
        var decision = officer("supervisor", "350203")
                .estimateScore(request.build())
                .getSheet()
                .getDecision();
        assertThat(decision.getLabelsList()).contains("ESTIMATE");
        assertThat(decision.getRuleSet().getId()).isEqualTo("SH-POINTS-2015");
        return decision;
    }

    private static Map<String, String> doctorWith(String item, String value) {
        return Map.of("education.level", "DOCTOR", item, value);
    }

    private static PointsClaim claim(String item, String value) {
        return PointsClaim.newBuilder().setItem(item).setValue(value).build();
    }

    private static int points(Decision decision) {
        return decision.getResult().getPoints();
    }
}
