package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Reason;
import onepermit.permit.v1.CheckApplicationResponse;
import org.junit.jupiter.api.Test;

/** Scenarios 1 and 2: Decree 663 outside Beijing. */
class StandardApplicationTest extends Town {
    private static final String APPLICANT = "990101199506120117";
    private static final String STUDENT = "990101199411030127";

    @Test
    void half_a_year_registered_with_a_job_is_enough_and_no_contract_is_asked_for() {
        PersonKey person = key(APPLICANT);
        hukou(APPLICANT, "430100");
        residence(APPLICANT, "REGISTRATION", "350203", "2025-01-06", "");
        neighbours().employs(person, "350203", 20250101);
        neighbours().insures(person, "350200", 2025, 1, 2, 3, 4, 5, 6);
        awaitFacts(person, "employment.current", 1);
        awaitFacts(person, "si.months", 5);
        awaitNeighbours(person);

        Decision tooEarly = applies(APPLICANT, "350203", "2025-07-05").getDecision();
        CheckApplicationResponse inTime = applies(APPLICANT, "350203", "2025-07-06");
        CheckApplicationResponse accepted = applies(APPLICANT, "350203", "2025-07-07");

        assertThat(tooEarly.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(tooEarly.getEarliestDate()).isEqualTo("2025-07-06");
        assertThat(tooEarly.getRuleSet().getDocumentNumber()).isEqualTo("国务院令第663号");
        assertThat(inTime.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(inTime.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(inTime.getDocumentsRequestedList()).isEmpty();
        assertThat(accepted.getIssueDue()).isEqualTo("2025-07-22");
        assertThat(accepted.getFeeFen()).isZero();
        assertThat(inTime.getDecision().getEvidenceList())
                .filteredOn(evidence -> evidence.getDataset().equals("employment.current"))
                .extracting(Evidence::getSource, Evidence::getOrigin)
                .containsExactly(tuple("social", "REPLICA"));
        assertThat(inTime.getDecision().getEvidenceList())
                .allSatisfy(evidence -> assertThat(evidence.hasAsOf()).isTrue());
    }

    @Test
    void a02_none_of_job_dwelling_and_study_is_a_refusal_proposed_and_a_school_roll_alone_turns_it() {
        PersonKey person = key(STUDENT);
        hukou(STUDENT, "430100");
        residence(STUDENT, "REGISTRATION", "350203", "2024-07-01", "");
        awaitNeighbours(person);

        Decision without = applies(STUDENT, "350203", "2025-07-06").getDecision();
        neighbours().enrols(person, "350200", 20240901);
        awaitFacts(person, "enrolment.record", 1);
        Decision with = applies(STUDENT, "350203", "2025-07-06").getDecision();

        assertThat(without.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(without.getReasonsList()).extracting(Reason::getCode).containsExactly("NONE_OF_THREE");
        assertThat(without.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(with.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    @Test
    void a_move_inside_the_city_does_not_break_the_half_year_and_a_move_to_the_city_begins_it() {
        String mover = SyntheticIds.woman("1990-03-01");
        hukou(mover, "430100");
        residence(mover, "REGISTRATION", "350206", "2025-01-06", "2025-04-30");
        residence(mover, "REGISTRATION", "350203", "2025-05-01", "");
        dwelling(mover, "REGISTERED_LEASE", "350203", "2025-05-01");
        String newcomer = SyntheticIds.woman("1990-03-01");
        hukou(newcomer, "430100");
        residence(newcomer, "REGISTRATION", "330282", "2025-01-06", "2025-04-30");
        residence(newcomer, "REGISTRATION", "350203", "2025-05-01", "");
        dwelling(newcomer, "REGISTERED_LEASE", "350203", "2025-05-01");

        assertThat(applies(mover, "350203", "2025-07-06").getDecision().getOutcome())
                .isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(applies(newcomer, "350203", "2025-07-06").getDecision().getEarliestDate())
                .isEqualTo("2025-11-01");
    }

    @Test
    void another_district_of_the_city_of_hukou_is_not_another_city() {
        String local = SyntheticIds.man("1990-03-01");
        hukou(local, "350206");
        residence(local, "REGISTRATION", "350203", "2024-01-06", "");
        dwelling(local, "OWNED", "350203", "2024-01-06");

        Decision decision = applies(local, "350203", "2025-07-06").getDecision();

        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("LOCAL_HUKOU");
    }

    @Test
    void b15_a_forty_year_title_is_a_title() {
        String owner = SyntheticIds.man("1985-03-01");
        hukou(owner, "430100");
        residence(owner, "REGISTRATION", "350203", "2024-12-01", "");
        dwelling(owner, "OWNED", "350203", "2024-12-01", "商住");

        assertThat(applies(owner, "350203", "2025-07-06").getDecision().getOutcome())
                .isEqualTo(Outcome.OUTCOME_ELIGIBLE);
    }

    @Test
    void no_hukou_on_record_is_not_a_no() {
        String unknown = SyntheticIds.man("1985-03-01");
        residence(unknown, "REGISTRATION", "350203", "2024-12-01", "");
        dwelling(unknown, "OWNED", "350203", "2024-12-01");

        Decision decision = applies(unknown, "350203", "2025-07-06").getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPendingList()).singleElement().satisfies(pending -> {
            assertThat(pending.getDataset()).isEqualTo("hukou.place");
            assertThat(pending.getCause()).isEqualTo("UNAVAILABLE");
        });
    }

    @Test
    void before_the_decree_there_is_no_rule_and_nobody_is_refused() {
        Decision decision = applies(APPLICANT, "350203", "2015-12-31").getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("NO_RULE_IN_FORCE");
    }

    @Test
    void b19_the_same_facts_make_the_same_body_byte_for_byte() {
        String owner = SyntheticIds.man("1985-03-01");
        hukou(owner, "430100");
        residence(owner, "REGISTRATION", "350203", "2024-12-01", "");
        dwelling(owner, "OWNED", "350203", "2024-12-01");

        Decision first = applies(owner, "350203", "2025-07-06").getDecision();
        Decision second = applies(owner, "350203", "2025-07-06").getDecision();

        assertThat(second.getBodyHash()).isEqualTo(first.getBodyHash());
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(second.getReceipt().getIndex())
                .isGreaterThan(first.getReceipt().getIndex());
    }
}
