package onepermit.permit.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.permit.v1.SettlementFiling;
import onepermit.permit.v1.SettlementState;
import onepermit.social.v1.InsuranceKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows C01 to C03, C06 and K04: a filing for settlement, from the employer's counter to the ranking. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementFilingTest extends SettlementOffice {
    private static final String DAY = "2018-05-10";
    private static final int MATERNITY = InsuranceKind.INSURANCE_KIND_MATERNITY_VALUE;

    @BeforeAll
    void intakeOf2018() {
        officer().settlements().openIntake(intake(2018, 100).build());
    }

    /** Scenario 20: ten years of insurance, own home four and rented six years, a bachelor of before, 40 years old, tax met: 78. */
    @Test
    void c02_c03_nine_lines_from_shared_facts_and_findings_add_up_to_the_score() {
        String citizen = applicant(10);
        load(
                "dwelling",
                "citizen_id,division,kind,from,to",
                citizen + ",110112,REGISTERED_LEASE,2008-06-30,2014-06-29",
                citizen + ",110112,OWNED,2014-06-30,");
        awaitFacts(key(citizen), "dwelling", 1);
        Map<String, String> claims = new HashMap<>(BACHELOR);
        claims.putAll(Map.of("tax.personalYuan", "120000", "tax.years", "3"));

        SettlementFiling filing = reviewed(citizen, DAY, claims, Map.of());
        var sheet = score(citizen, filing).getSheet();

        Decision decision = sheet.getDecision();
        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getRuleSet().getId()).isEqualTo("BJ-SETTLE-2016-39");
        assertThat(decision.getResult().getPoints()).isEqualTo(156);
        assertThat(decision.getResult().getPointScale()).isEqualTo(2);
        assertThat(decision.getCriteriaList().stream()
                        .filter(line -> line.getId().startsWith("indicator.")))
                .hasSize(9)
                .extracting(Criterion::getPoints)
                .containsExactly(60, 14, 30, 0, 0, 12, 40, 0, 0);
        assertThat(sheet.getRange().getLeast()).isEqualTo(156);
        assertThat(sheet.getRange().getMost()).isEqualTo(156);
        SettlementFiling determined = determine(citizen, filing, decision.getId());
        assertThat(determined.getState()).isEqualTo(SettlementState.SETTLEMENT_STATE_IN_RANKING);
        assertThat(determined.getPoints()).isEqualTo(156);
        assertThat(read(citizen)).isEqualTo(determined);
    }

    @Test
    void c01_under_seven_years_a_refusal_is_proposed_and_stands_when_an_officer_confirms_it() {
        String citizen = applicant(6);
        SettlementFiling filing = reviewed(citizen, DAY, Map.of(), Map.of());
        Decision decision = score(citizen, filing).getSheet().getDecision();
        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(Refused.by(() -> determine(citizen, filing, decision.getId()))
                        .reason())
                .isEqualTo("DECISION_NOT_FINAL");

        confirm(decision.getId());

        assertThat(determine(citizen, filing, decision.getId()).getState())
                .isEqualTo(SettlementState.SETTLEMENT_STATE_REFUSED);
        assertThat(read(citizen).hasPoints()).isFalse();
    }

    /** Row B11: what social security posted once proves residence and settlement alike, by the same versions of the same facts. */
    @Test
    void b11_the_same_months_count_for_the_permit_and_for_settlement() {
        String citizen = applicant(7);
        Decision settlement = score(citizen, reviewed(citizen, DAY, Map.of(), Map.of()))
                .getSheet()
                .getDecision();

        Decision permit = applies(citizen, TONGZHOU, "2018-06-30").getDecision();

        assertThat(versions(permit)).isNotEmpty();
        assertThat(versions(settlement)).containsAll(versions(permit));
    }

    private static List<String> versions(Decision decision) {
        return decision.getEvidenceList().stream()
                .filter(evidence -> evidence.getDataset().equals("si.months"))
                .filter(evidence -> !evidence.getFactId().contains("/" + MATERNITY + "/"))
                .map(evidence -> evidence.getFactId() + " " + evidence.getVersion())
                .toList();
    }

    @Test
    void what_was_insured_and_dwelt_in_while_studying_is_not_added() {
        String citizen = applicant(10);
        Map<String, String> master =
                Map.of("education.level", "MASTER", "education.from", "201109", "education.to", "201408");

        SettlementFiling filing = reviewed(citizen, DAY, master, Map.of());
        Decision decision = score(citizen, filing).getSheet().getDecision();

        assertThat(decision.getCriteriaList())
                .filteredOn(line -> line.getId().equals("indicator.job"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getPoints()).isEqualTo(42);
                    assertThat(line.getValue()).contains("36 months of study left out");
                });
    }

    @Test
    void a_claim_that_could_not_be_verified_leaves_a_range_and_refuses_nobody() {
        String citizen = applicant(7);
        SettlementFiling filed = file(citizen, DAY, BACHELOR);
        Map<String, String> found = new HashMap<>(CLEAN);
        BACHELOR.keySet().forEach(item -> found.put(item, ""));
        SettlementFiling filing = officer()
                .settlements()
                .reviewSettlement(findings(citizen, filed, found).build())
                .getFiling();

        var sheet = score(citizen, filing).getSheet();

        assertThat(sheet.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(sheet.getDecision().getPendingList())
                .anyMatch(pending -> pending.getCause().equals("NOT_CONFIRMED"));
        assertThat(sheet.getRange().getLeast()).isEqualTo(40);
        assertThat(sheet.getRange().getMost()).isEqualTo(42 + 74 + 40);
        assertThat(Refused.by(() ->
                                determine(citizen, filing, sheet.getDecision().getId()))
                        .reason())
                .isEqualTo("DECISION_NOT_FINAL");
    }

    @Test
    void one_notice_names_all_claims_without_a_finding_and_a_study_is_claimed_whole() {
        String citizen = applicant(7);
        SettlementFiling filed = file(citizen, DAY, BACHELOR);

        Refused missing = Refused.by(() -> officer()
                .settlements()
                .reviewSettlement(findings(citizen, filed, CLEAN).build()));

        assertThat(missing.reason()).isEqualTo("FINDINGS_MISSING");
        assertThat(missing.text()).contains("education.from", "education.level", "education.to");
        assertThat(Refused.by(() -> file(applicant(7), DAY, Map.of("education.level", "DOCTOR")))
                        .reason())
                .isEqualTo("CLAIM_INCOMPLETE");
    }

    /** Row K05. */
    @Test
    void k05_the_grade_of_an_occupation_is_no_claim() {
        assertThat(Refused.by(() -> file(applicant(7), DAY, Map.of("occupation.grade", "1")))
                        .reason())
                .isEqualTo("ITEM_UNKNOWN");
    }

    /** Row C06. */
    @Test
    void c06_outside_the_days_of_an_intake_nothing_is_filed() {
        String citizen = applicant(7);

        assertThat(Refused.by(() -> file(citizen, "2016-10-10", Map.of())).reason())
                .isEqualTo("SETTLEMENT_NOT_OPEN");
        assertThat(Refused.by(() -> file(citizen, "2018-06-16", Map.of())).reason())
                .isEqualTo("SETTLEMENT_NOT_OPEN");
        assertThat(Refused.by(() -> officer()
                                .settlements()
                                .openIntake(intake(2016, 10).build()))
                        .reason())
                .isEqualTo("SETTLEMENT_NOT_BY_POINTS");
    }

    @Test
    void an_employer_files_for_its_own_staff_once_a_year() {
        String citizen = applicant(7);

        Refused foreign = Refused.by(() -> officer()
                .settlements()
                .fileSettlement(filing(citizen, DAY, Map.of())
                        .setEmployer("91990101MA0000015C")
                        .build()));
        file(citizen, DAY, Map.of());

        assertThat(foreign.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(foreign.reason()).isEqualTo("NOT_INSURED_BY_EMPLOYER");
        assertThat(Refused.by(() -> file(citizen, DAY, Map.of())).reason()).isEqualTo("FILED_ALREADY");
    }

    @Test
    void false_papers_disqualify_and_bar_for_five_years() {
        officer().settlements().openIntake(intake(2019, 10).build());
        String citizen = applicant(8);
        SettlementFiling filing = file(citizen, DAY, BACHELOR);

        SettlementFiling disqualified = officer()
                .settlements()
                .disqualifySettlement(fraud(citizen, filing, "2018-06-01").build())
                .getFiling();

        assertThat(disqualified.getState()).isEqualTo(SettlementState.SETTLEMENT_STATE_DISQUALIFIED);
        assertThat(disqualified.getBannedUntil()).isEqualTo("2023-06-01");
        Refused barred = Refused.by(() -> file(citizen, "2019-05-10", Map.of()));
        assertThat(barred.reason()).isEqualTo("FRAUD_BAN");
        assertThat(barred.text()).contains("2023-06-01");
    }

    @Test
    void a_decision_on_the_filing_of_somebody_else_settles_nothing() {
        String one = applicant(7);
        String other = applicant(7);
        SettlementFiling ofOne = reviewed(one, DAY, Map.of(), Map.of());
        SettlementFiling ofOther = reviewed(other, DAY, Map.of(), Map.of());
        String decision = score(one, ofOne).getSheet().getDecision().getId();

        assertThat(Refused.by(() -> determine(other, ofOther, decision)).reason())
                .isEqualTo("DECISION_UNKNOWN");
        assertThat(Refused.by(() -> determine(other, ofOne, decision)).reason()).isEqualTo("FILING_NOT_FOUND");
    }
}
