package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import onepermit.education.Ground;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.education.v1.VerifyEligibilityResponse;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What evidence, or the want of it, does to an admission. */
class AdmissionEvidenceTest {
    private static final String SIMING = "350203";
    private final Ground ground = Ground.get();

    @AfterEach
    void time_runs_as_it_does() {
        ground.clock().shift(Duration.ZERO);
    }

    @Test
    void stale_evidence_is_waited_for_even_where_fresh_evidence_would_refuse() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.lives(family.father, SIMING, 20200101)
                .lives(family.mother, SIMING, 20200101)
                .known();
        assertThat(verify(officer(), family).getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);

        ground.clock().shift(Duration.ofMinutes(20));
        Decision decision = verify(officerForAnHour(), family);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getSource)
                .contains("permit", "social", "health");
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getCause)
                .containsOnly("STALE");
        assertThat(decision.getReasonsList()).isEmpty();
        assertThat(decision.getCriteriaList())
                .filteredOn(line -> line.getId().startsWith("gate."))
                .allMatch(line -> line.getStatus() == CriterionStatus.CRITERION_STATUS_UNKNOWN);
    }

    @Test
    void no_kinship_on_record_is_for_an_officer_and_refuses_nobody() {
        Household family = new Household(ground, 20140302);
        family.lives(family.father, SIMING, 20200101).known();

        Decision decision = verify(officer(), family);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("KINSHIP_UNKNOWN");
        assertThat(decision.getReasons(0).getTextEn()).contains("declares");
    }

    @Test
    void a_birth_record_shows_the_mother_whom_no_hukou_book_has_and_the_father_beside_her() {
        Household family = new Household(ground, 20140302);
        family.kin(family.father, 1).born(family.mother, 2);
        family.lives(family.father, SIMING, 20200101).known();

        Decision decision = verify(officer(), family);

        assertThat(decision.getReasonsList()).extracting(Reason::getCode).doesNotContain("KINSHIP_UNKNOWN");
        assertThat(decision.getEvidenceList())
                .filteredOn(evidence -> evidence.getSubject().equals("child"))
                .filteredOn(evidence -> List.of("hukou.kinship", "birth.record").contains(evidence.getDataset()))
                .extracting(Evidence::getDataset, Evidence::getValue)
                .contains(tuple("hukou.kinship", "father on record"), tuple("birth.record", "mother on birth record"));
    }

    @Test
    void a_vaccination_record_nobody_has_is_a_gap_and_no_refusal() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.withoutVaccination().known();

        Decision decision = verify(officer(), family);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("ADMIT_WITH_CATCHUP");
        assertThat(decision.getResult().getItemsList()).containsExactly("NO_VACCINATION_RECORD");
        assertThat(decision.getEvidenceList())
                .filteredOn(evidence -> evidence.getSource().equals("health")
                        && evidence.getSubject().equals("child"))
                .extracting(Evidence::getOrigin)
                .containsExactly("ABSENT");
    }

    @Test
    void the_same_facts_give_the_same_body_byte_for_byte_whoever_asks_and_in_whatever_order() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020).known();
        VerifyEligibilityRequest swapped = family.asked(SIMING, 2020)
                .clearGuardians()
                .addGuardians(Guardian.newBuilder().setCitizenId(family.mother))
                .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                .build();

        Decision one = verify(officer(), family);
        Decision other = ground.officer("350200", AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                .verifyEligibility(swapped)
                .getDecision();

        assertThat(other.getId()).isNotEqualTo(one.getId());
        assertThat(other.getBodyHash()).isEqualTo(one.getBodyHash());
        assertThat(other.getReceipt().getIndex()).isNotEqualTo(one.getReceipt().getIndex());
    }

    @Test
    void every_answer_has_its_leaf_in_the_ledger() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020).known();
        long before = leaves();

        Decision decision = verify(officer(), family);

        assertThat(leaves()).isEqualTo(before + 1);
        assertThat(decision.getReceipt().getOrigin()).isEqualTo("onepermit/education");
    }

    @Test
    void a_name_agrees_in_any_of_its_unicode_spellings_with_rare_characters_too() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.named(family.child, "阿卜杜拉·吾甫尔").named(family.father, "䶮𠮷").known();

        Decision decision = verify(officer(), family.asked(SIMING, 2020).setChildName("阿卜杜拉・吾甫尔 "), "䶮𠮷");

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(status(decision, "names")).isEqualTo(CriterionStatus.CRITERION_STATUS_MET);
    }

    @Test
    void a_name_that_differs_is_looked_at_and_stands_nowhere_in_the_answer() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.named(family.child, "欧阳娜").named(family.father, "欧阳峰").known();

        Decision decision = verify(officer(), family.asked(SIMING, 2020).setChildName("欧阳纳"), "欧阳峰");

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasonsList()).extracting(Reason::getCode).containsExactly("NAME_MISMATCH");
        assertThat(decision.getReasons(0).getTextEn()).contains("child");
        assertThat(decision.getReasons(0).getTextZh()).contains("儿童");
        assertThat(decision.toString()).doesNotContain("欧阳");
    }

    @Test
    void a_name_that_differs_is_spoken_of_beside_the_decision_when_nobody_can_say_what_differs() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.named(family.child, "欧阳娜").known();

        VerifyEligibilityResponse answer = officer()
                .verifyEligibility(
                        family.asked(SIMING, 2020).setChildName("欧阳纳").build());

        assertThat(answer.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(answer.getNotesList()).extracting(Note::getReason).containsExactly("NAME_NOT_EXPLAINED");
        assertThat(answer.getNotesList()).extracting(Note::getField).containsExactly("child_name");
        assertThat(answer.toString()).doesNotContain("欧阳");
    }

    @Test
    void no_note_stands_beside_a_decision_whose_names_agree() {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.named(family.child, "欧阳娜").known();

        assertThat(officer()
                        .verifyEligibility(
                                family.asked(SIMING, 2020).setChildName("欧阳娜").build())
                        .getNotesList())
                .isEmpty();
    }

    private long leaves() {
        return ground.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM ledger_leaf")
                .query(Long.class)
                .single();
    }

    private static CriterionStatus status(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(line -> line.getId().equals(id))
                .findFirst()
                .orElseThrow()
                .getStatus();
    }

    private AdmissionServiceBlockingStub officer() {
        return ground.officer(SIMING, AdmissionServiceGrpc.newBlockingStub(ground.channel()));
    }

    private AdmissionServiceBlockingStub officerForAnHour() {
        JWTClaimsSet.Builder claims = ground.issuer()
                .claims(Map.of("role", "admission-officer", "department", "education", "division", SIMING))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
        return ground.as(ground.issuer().sign(claims), AdmissionServiceGrpc.newBlockingStub(ground.channel()));
    }

    private static Decision verify(AdmissionServiceBlockingStub officer, Household family) {
        return officer.verifyEligibility(family.asked(SIMING, 2020).build()).getDecision();
    }

    private static Decision verify(
            AdmissionServiceBlockingStub officer, VerifyEligibilityRequest.Builder request, String fatherName) {
        request.getGuardiansBuilder(0).setName(fatherName);
        return officer.verifyEligibility(request.build()).getDecision();
    }
}
