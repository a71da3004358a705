package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.CheckApplicationResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.junit.jupiter.api.Test;

/** Scenarios 1 to 5 and 7: the conditions of a residence permit, from shared facts, without paper. */
class PermitApplicationTest extends Scenario {
    private static final String[] FIVE_INSURANCES = {"PENSION", "MEDICAL", "UNEMPLOYMENT", "WORK_INJURY", "MATERNITY"};
    private static final String EMPLOYER = "91990101MA0000007H";

    @Test
    void scenario_1_half_a_year_and_a_current_employer_make_a_permit_without_a_contract() {
        var applicant = SyntheticId.man("1995-06-12");
        person(applicant, "360100");
        city.knows("permit", "residence", RESIDENCE, applicant + ",350203,湖滨南路1号,REGISTRATION,2025-01-06,");
        employed(applicant, SIMING, "2025-01-06");
        city.isKnownTo("permit");

        var early = check(applicant, SIMING, "2025-07-05");
        assertThat(early.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(early.getDecision().getEarliestDate()).isEqualTo("2025-07-06");

        var onTime = check(applicant, SIMING, "2025-07-06");
        assertThat(onTime.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(onTime.getDocumentsRequestedList()).isEmpty();

        var accepted = check(applicant, SIMING, "2025-07-07");
        assertThat(accepted.getIssueDue()).isEqualTo("2025-07-22");
        assertThat(accepted.getFeeFen()).isZero();
    }

    @Test
    void scenario_2_without_job_dwelling_or_study_no_permit_is_proposed_and_a_school_roll_alone_mends_it() {
        var applicant = SyntheticId.woman("2001-03-02");
        person(applicant, "360100");
        city.knows("permit", "residence", RESIDENCE, applicant + ",350203,湖滨南路2号,REGISTRATION,2024-07-01,");
        city.isKnownTo("permit");

        var none = check(applicant, SIMING, "2025-07-06").getDecision();
        assertThat(none.getOutcome()).as("%s", none).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(none.getFinality()).isEqualTo(onepermit.exchange.v1.Finality.FINALITY_PROPOSED);
        assertThat(reasons(none)).contains("NONE_OF_THREE");

        city.knows("education", "school", "code,name,division,stage,seats", "SM-E2E-U,思明大学,350203,UNIVERSITY,1000");
        city.knows(
                "education", "roll", "citizen_id,school,stage,from,to", applicant + ",SM-E2E-U,UNIVERSITY,2024-09-01,");
        city.isKnownTo("permit");
        assertThat(check(applicant, SIMING, "2025-07-06").getDecision().getOutcome())
                .isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    @Test
    void scenario_3_a_lost_temporary_permit_is_found_in_the_police_own_record() {
        var applicant = SyntheticId.man("1988-02-10");
        person(applicant, "410100");
        city.knows(
                "permit",
                "residence",
                RESIDENCE,
                applicant + ",110112,马驹桥1号,TEMPORARY_PERMIT,2015-07-01,2016-06-30",
                applicant + ",110112,马驹桥1号,REGISTRATION_CARD,2016-07-01,");
        employed(applicant, TONGZHOU, "2015-07-01");
        city.isKnownTo("permit");

        var answer = check(applicant, TONGZHOU, "2016-10-10");
        assertThat(answer.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(answer.getDocumentsRequestedList()).isEmpty();
        assertThat(answer.getDecision().getEvidenceList())
                .anyMatch(e -> e.getDataset().equals("residence.registration")
                        && e.getOrigin().equals("OWN"));
    }

    @Test
    void scenario_4_six_months_of_five_insurances_prove_the_time_and_a_gap_is_named() {
        var whole = SyntheticId.man("1990-01-01");
        var gap = SyntheticId.man("1990-01-02");
        var taxed = SyntheticId.man("1990-01-03");
        var neither = SyntheticId.man("1990-01-04");
        Stream.of(whole, gap, taxed, neither).forEach(p -> {
            person(p, "410100");
            lease(p, TONGZHOU, "2016-03-01");
        });
        insured(whole, TONGZHOU, 4, 5, 6, 7, 8, 9);
        insured(gap, TONGZHOU, 4, 5, 6, 8, 9);
        city.knows(
                "social",
                "wage-tax",
                Stream.concat(
                                Stream.of("citizen_id,place,month"),
                                IntStream.rangeClosed(4, 9).mapToObj(m -> taxed + ",110112,2016-0" + m))
                        .toArray(String[]::new));
        city.knows("permit", "residence", RESIDENCE, neither + ",110112,梨园1号,REGISTRATION,2016-10-12,");
        city.isKnownTo("permit");

        var bySocialInsurance = check(whole, TONGZHOU, "2016-10-12").getDecision();
        assertThat(bySocialInsurance.getOutcome()).as("%s", bySocialInsurance).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(bySocialInsurance.toString()).contains("SI_6M");

        var withGap = check(gap, TONGZHOU, "2016-10-12").getDecision();
        assertThat(withGap.getOutcome()).as("%s", withGap).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(withGap.toString()).contains("2016-07");

        var byTax = check(taxed, TONGZHOU, "2016-10-12").getDecision();
        assertThat(byTax.getOutcome()).as("%s", byTax).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(byTax.toString()).contains("IIT_6M");

        var later = check(neither, TONGZHOU, "2016-10-12").getDecision();
        assertThat(later.getOutcome()).as("%s", later).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(later.getEarliestDate()).isEqualTo("2017-04-12");
    }

    @Test
    void scenario_5_a_work_residence_permit_since_2014_proves_the_time() {
        var holder = SyntheticId.man("1985-01-01");
        person(holder, "410100");
        lease(holder, TONGZHOU, "2014-03-01");
        city.knows("permit", "residence", RESIDENCE, holder + ",110112,马驹桥3号,WORK_PERMIT,2014-03-01,");
        city.isKnownTo("permit");

        var decision = check(holder, TONGZHOU, "2016-10-12").getDecision();

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getItemsList()).containsExactly("WORK_PERMIT");
    }

    @Test
    void scenario_7_a_commercial_title_of_forty_years_is_a_dwelling() {
        var owner = SyntheticId.woman("1986-01-01");
        person(owner, "410100");
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                owner + ",110112,OWNED,2016-01-01,,10000,COMMERCIAL_RESIDENTIAL,H-" + owner.hashCode());
        city.knows("permit", "residence", RESIDENCE, owner + ",110112,梨园2号,REGISTRATION,2016-03-12,");
        city.isKnownTo("permit");

        var answer = check(owner, TONGZHOU, "2016-10-12");

        assertThat(answer.getDecision().getOutcome()).as("%s", answer).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(answer.getDocumentsRequestedList()).isEmpty();
    }

    @Test
    void before_2016_no_rule_is_in_force_and_nobody_is_refused() {
        var applicant = SyntheticId.man("1991-01-01");
        person(applicant, "410100");
        city.knows("permit", "residence", RESIDENCE, applicant + ",110112,马驹桥2号,REGISTRATION,2015-01-01,");

        Decision decision = check(applicant, TONGZHOU, "2015-12-31").getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(reasons(decision)).contains("NO_RULE_IN_FORCE");
    }

    private static final String RESIDENCE = "citizen_id,division,address,kind,from,to";

    private CheckApplicationResponse check(String id, String division, String date) {
        return door.as("permit-officer", division, PermitServiceGrpc.newBlockingStub(door.channel()))
                .checkApplication(CheckApplicationRequest.newBuilder()
                        .setCitizenId(id)
                        .setDivision(division)
                        .setAppliedOn(date)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_PERMIT_APPLICATION, "E2E-PERMIT"))
                        .build());
    }

    private void person(String id, String hukou) {
        city.knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", id + ",张三," + hukou + ",");
    }

    private void lease(String id, String division, String from) {
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                id + "," + division + ",REGISTERED_LEASE," + from + ",,,RESIDENTIAL,L-" + id.hashCode());
    }

    private void employed(String id, String division, String from) {
        city.knows(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                id + "," + EMPLOYER + "," + division + "," + from + ",,false");
    }

    private void insured(String id, String place, int... months) {
        var rows = IntStream.of(months)
                .boxed()
                .flatMap(m -> Stream.of(FIVE_INSURANCES)
                        .map(kind -> "%s,%s,%s,2016-%02d,%s,500000,false".formatted(id, place, kind, m, EMPLOYER)));
        city.knows(
                "social",
                "contribution",
                Stream.concat(Stream.of("citizen_id,place,kind,month,employer,base_fen,back_paid"), rows)
                        .toArray(String[]::new));
    }
}
