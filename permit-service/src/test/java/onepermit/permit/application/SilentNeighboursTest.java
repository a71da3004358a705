package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.PermitServiceApplication;
import onepermit.permit.v1.CheckApplicationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** No other department has been heard of: nobody is refused for it, and what own records prove is decided. */
class SilentNeighboursTest extends PermitOffice {
    private static final RunningService ALONE = RunningService.start(PermitServiceApplication.class);

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    @Override
    protected RunningService service() {
        return ALONE;
    }

    @Test
    void silence_of_a_department_is_pending_and_names_it() {
        String citizen = registered(SyntheticIds.man("1990-01-01"));

        Decision decision = check(citizen);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getDataset)
                .contains("employment.current", "enrolment.record");
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getSource)
                .containsOnly("social", "education");
        assertThat(decision.getEvidenceList()).extracting(Evidence::getOrigin).contains("STALE");
        assertThat(decision.getCriteriaList())
                .filteredOn(criterion -> criterion.getId().equals("one.ofThree"))
                .singleElement()
                .satisfies(criterion ->
                        assertThat(criterion.getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_UNKNOWN));
    }

    @Test
    void an_own_record_that_settles_the_question_needs_nobody() {
        String citizen = registered(SyntheticIds.man("1990-01-01"));
        load("dwelling", "citizen_id,division,kind,from", citizen + ",350203,REGISTERED_LEASE,2025-01-06");

        assertThat(check(citizen).getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    private String registered(String citizen) {
        load("person", "citizen_id,name,hukou_division", citizen + ",张三,430100");
        load("residence", "citizen_id,division,kind,from", citizen + ",350203,REGISTRATION,2025-01-06");
        return citizen;
    }

    private Decision check(String citizen) {
        return officer()
                .permits()
                .checkApplication(CheckApplicationRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setDivision("350203")
                        .setAppliedOn("2025-07-06")
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build())
                .getDecision();
    }
}
