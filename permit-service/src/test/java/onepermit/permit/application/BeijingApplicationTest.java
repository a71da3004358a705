package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Reason;
import onepermit.permit.v1.CheckApplicationResponse;
import org.junit.jupiter.api.Test;

/** Scenarios 3 to 6: Beijing, October 2016. */
class BeijingApplicationTest extends Town {
    private static final String TONGZHOU = "110112";

    @Test
    void b17_a12_a_lost_temporary_permit_is_on_record_and_the_record_is_enough() {
        String applicant = tenant("1988-05-05");
        residence(applicant, "TEMPORARY_PERMIT", TONGZHOU, "2015-07-01", "2016-06-30");
        residence(applicant, "REGISTRATION_CARD", TONGZHOU, "2016-07-01", "");

        CheckApplicationResponse answer = applies(applicant, TONGZHOU, "2016-10-10");

        assertThat(answer.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(answer.getDecision().getRuleSet().getId()).isEqualTo("BJ-270");
        assertThat(answer.getDecision().getResult().getItemsList()).containsExactly("OWN_POLICE_RECORD");
        assertThat(answer.getDocumentsRequestedList()).isEmpty();
    }

    @Test
    void b21_a_temporary_permit_of_six_months_ago_is_enough_and_of_a_day_less_is_not_yet() {
        String old = tenant("1988-05-05");
        residence(old, "TEMPORARY_PERMIT", TONGZHOU, "2016-04-10", "2017-04-09");
        String young = tenant("1988-05-05");
        residence(young, "TEMPORARY_PERMIT", TONGZHOU, "2016-04-11", "2017-04-10");
        awaitNeighbours(key(young));

        assertThat(decision(old, "2016-10-10").getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision(young, "2016-10-10").getEarliestDate()).isEqualTo("2016-10-11");
    }

    @Test
    void b10_six_months_of_five_insurances_in_a_row_prove_residence() {
        String applicant = tenant("1988-05-05");
        neighbours().insures(key(applicant), "110000", 2016, 4, 5, 6, 7, 8, 9);
        awaitFacts(key(applicant), "si.months", 5);

        Decision decision = decision(applicant, "2016-10-12");

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getItemsList()).containsExactly("SI_6M");
    }

    @Test
    void b10_a_gap_among_them_is_not_yet_and_is_named() {
        String applicant = tenant("1988-05-05");
        PersonKey person = key(applicant);
        neighbours().insures(person, "110000", 2016, 4, 5, 6, 8, 9);
        awaitFacts(person, "si.months", 5);
        awaitNeighbours(person);

        Decision decision = decision(applicant, "2016-10-12");

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getReasonsList()).singleElement().satisfies(reason -> {
            assertThat(reason.getCode()).isEqualTo("INSURANCE_GAP");
            assertThat(reason.getTextEn()).contains("2016-07");
            assertThat(reason.getTextZh()).contains("2016-07");
        });
    }

    @Test
    void insurance_of_another_city_proves_nothing_here() {
        String applicant = tenant("1988-05-05");
        PersonKey person = key(applicant);
        neighbours().insures(person, "310000", 2016, 4, 5, 6, 7, 8, 9);
        awaitFacts(person, "si.months", 5);
        awaitNeighbours(person);

        assertThat(decision(applicant, "2016-10-12").getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
    }

    @Test
    void b10_six_months_of_wage_tax_in_a_row_prove_residence() {
        String applicant = tenant("1988-05-05");
        PersonKey person = key(applicant);
        neighbours().taxes(person, "110000", 2016, 4, 5, 6, 7, 8, 9);
        awaitFacts(person, "iit.months", 1);
        awaitNeighbours(person);

        assertThat(decision(applicant, "2016-10-12").getResult().getItemsList()).containsExactly("IIT_6M");
    }

    @Test
    void b02_b13_who_has_neither_registers_that_day_and_waits_half_a_year() {
        String applicant = tenant("1988-05-05");
        awaitNeighbours(key(applicant));

        Decision unregistered = decision(applicant, "2016-10-12");
        residence(applicant, "REGISTRATION", TONGZHOU, "2016-10-12", "");
        Decision registered = decision(applicant, "2016-10-12");

        assertThat(unregistered.getEarliestDate()).isEqualTo("2017-04-12");
        assertThat(registered.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(registered.getEarliestDate()).isEqualTo("2017-04-12");
        assertThat(registered.getReasonsList()).extracting(Reason::getCode).containsExactly("RESIDENCE_TIME");
    }

    @Test
    void b12_a_work_residence_permit_proves_residence() {
        String applicant = tenant("1980-05-05");
        residence(applicant, "WORK_PERMIT", "110000", "2014-03-01", "");

        Decision decision = decision(applicant, "2016-10-12");

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getItemsList()).containsExactly("WORK_PERMIT");
    }

    @Test
    void b14_a_mother_in_her_sons_home_needs_no_certificate_from_her_village() {
        String mother = "990104195403150066";
        String son = "990106198207170058";
        hukou(mother, "420600");
        residence(mother, "REGISTRATION", TONGZHOU, "2016-02-01", "");
        dwelling(son, "OWNED", "110000", "2012-06-01");
        awaitNeighbours(key(mother));

        Decision before = withHost(mother, son);
        load("kinship", "child_id,parent_id,relation", son + "," + mother + ",母亲");
        Decision after = withHost(mother, son);

        assertThat(before.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(before.getReasonsList()).extracting(Reason::getCode).containsExactly("KINSHIP_NOT_ON_RECORD");
        assertThat(after.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    /** Somebody of another province with a registered lease in Beijing. */
    private String tenant(String born) {
        String citizenId = SyntheticIds.man(born);
        hukou(citizenId, "430100");
        dwelling(citizenId, "REGISTERED_LEASE", TONGZHOU, "2015-01-01");
        return citizenId;
    }

    private Decision decision(String citizenId, String on) {
        return applies(citizenId, TONGZHOU, on).getDecision();
    }

    private Decision withHost(String citizenId, String host) {
        return officer()
                .permits()
                .checkApplication(application(citizenId, TONGZHOU, "2016-10-12")
                        .setHostId(host)
                        .build())
                .getDecision();
    }
}
