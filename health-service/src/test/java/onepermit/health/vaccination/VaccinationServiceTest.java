package onepermit.health.vaccination;

import static onepermit.health.Clinic.SIMING;
import static onepermit.health.Clinic.context;
import static onepermit.health.Clinic.dose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.health.Clinic;
import onepermit.health.v1.CatchUpDose;
import onepermit.health.v1.Dose;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.GetAssessmentResponse;
import onepermit.health.v1.ImmunisationFact;
import onepermit.health.v1.RecordDoseRequest;
import onepermit.health.v1.RecordDoseResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doses and assessments at the counter; scenario 26 as the vaccination unit sees it. */
class VaccinationServiceTest {
    private static final String ENTERING_2025 = "990301201903020225";
    private static final List<String> SIX_YEARS_OF_DOSES = List.of(
            "HepB,2019-03-03",
            "HepB,2019-04-04",
            "HepB,2019-09-05",
            "BCG,2019-03-03",
            "IPV,2019-05-05",
            "IPV,2019-06-05",
            "bOPV,2019-07-06",
            "bOPV,2023-03-08",
            "DTaP,2019-06-06",
            "DTaP,2019-07-07",
            "DTaP,2019-08-08",
            "DTaP,2020-09-09",
            "MMR,2019-11-05",
            "MMR,2020-09-10",
            "JE-L,2019-11-05",
            "JE-L,2021-03-06",
            "MPSV-A,2019-09-10",
            "MPSV-A,2019-12-10",
            "MPSV-AC,2022-03-10",
            "HepA-L,2020-09-20");

    private final Clinic clinic = Clinic.open();
    private final String child = SyntheticIds.woman("2019-03-02");

    @Test
    void a_child_entering_in_2025_without_two_doses_is_incomplete_and_refused_nothing() {
        given(ENTERING_2025);

        GetAssessmentResponse gap = clinic.assess(ENTERING_2025, "2025-09-01");

        assertThat(gap.getDecision().getOutcome()).as("%s", gap).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(gap.getDecision().getResult().getCode()).isEqualTo("INCOMPLETE");
        assertThat(gap.getDecision().getResult().getItemsList()).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(gap.getCatchUpList())
                .extracting(CatchUpDose::getVaccine, CatchUpDose::getNumber, CatchUpDose::getEarliestOn)
                .containsExactly(tuple("DTaP", 5, "2025-09-01"), tuple("MPSV-AC", 2, "2025-09-01"));
        assertThat(gap.getSchedule().getId()).isEqualTo("CN-NIP-2021-DTAP5");
        assertThat(gap.getSchedule().getUnverifiedList()).contains("bornFrom", "bornTo");
        assertThat(gap.getCheckDue()).isEqualTo("2025-10-01");
        assertThat(gap.getRecheckDue()).isEqualTo("2025-12-31");
        assertThat(gap.getDecision().getEvidenceList())
                .extracting(Evidence::getDataset, Evidence::getOrigin)
                .containsExactly(tuple("immunisation.assessment", "OWN"));

        record(ENTERING_2025, "DTaP", "2025-10-08");
        record(ENTERING_2025, "MPSV-AC", "2025-10-08");

        GetAssessmentResponse caughtUp = clinic.assess(ENTERING_2025, "2025-10-09");
        assertThat(caughtUp.getDecision().getResult().getCode()).isEqualTo("COMPLETE");
        assertThat(caughtUp.getDosesCount()).isEqualTo(22);
    }

    @Test
    void the_fact_holds_dates_of_what_is_due_and_does_not_change_by_time() throws InvalidProtocolBufferException {
        given(child);

        ImmunisationFact fact = ImmunisationFact.parseFrom(
                clinic.fact("immunisation.assessment", child, "immunisation").payload());

        assertThat(fact.getSchedule()).isEqualTo("CN-NIP-2021-DTAP5");
        assertThat(fact.getDueList())
                .extracting(DueDose::getVaccine, DueDose::getNumber, DueDose::getDueOn)
                .containsExactly(tuple("DTaP", 5, 20250302), tuple("MPSV-AC", 2, 20250302));
        assertThat(clinic.assess(child, "2025-03-01").getDecision().getResult().getCode())
                .isEqualTo("COMPLETE");
    }

    @Test
    void a_child_without_any_record_misses_what_is_due_by_its_age() {
        String newborn = SyntheticIds.man("2025-03-02");

        GetAssessmentResponse answer = clinic.assess(newborn, "2025-03-10");

        assertThat(answer.getDecision().getResult().getItemsList()).containsExactly("HepB1", "BCG1");
        assertThat(answer.getDecision().getEvidence(0).getOrigin()).isEqualTo("ABSENT");
    }

    @Test
    void a_dose_is_recorded_once_numbered_by_day_and_guarded_by_its_etag() {
        RecordDoseRequest first = dose(child, "HepB", "2019-04-04").build();
        RecordDoseResponse recorded = clinic.vaccinations().recordDose(first);
        assertThat(clinic.vaccinations().recordDose(first)).isEqualTo(recorded);

        RecordDoseResponse earlier = clinic.vaccinations()
                .recordDose(dose(child, "HepB", "2019-03-03")
                        .setEtag(recorded.getEtag())
                        .build());

        assertThat(earlier.getDosesList())
                .extracting(Dose::getGivenOn, Dose::getNumber)
                .containsExactly(tuple("2019-03-03", 1), tuple("2019-04-04", 2));
        Refused old = Refused.by(() -> clinic.vaccinations()
                .recordDose(dose(child, "BCG", "2019-03-03")
                        .setEtag(recorded.getEtag())
                        .build()));
        assertThat(old.code()).isEqualTo(Code.ABORTED);
    }

    @Test
    void the_same_dose_on_another_day_of_the_week_is_told_to_be_there() {
        record(child, "MMR", "2019-11-05");

        Refused refused = Refused.by(() -> record(child, "MMR", "2019-11-07"));

        assertThat(refused.code()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(refused.reason()).isEqualTo("DOSE_RECORDED");
    }

    @ParameterizedTest
    @CsvSource({
        "Gold, 2019-05-05, 350203, VACCINE_UNKNOWN, vaccine",
        "HepB, 2099-05-05, 350203, DATE_FUTURE, given_on",
        "HepB, 2019-03-01, 350203, DATE_BEFORE_BIRTH, given_on",
        "HepB, 2019-05-05, 123456, DIVISION_UNKNOWN, division",
        "HepB, 2019-05-05, 350211, DIVISION, division"
    })
    void a_bad_dose_is_refused_and_nothing_stored(
            String vaccine, String day, String division, String reason, String field) {
        Refused refused = Refused.by(() -> clinic.vaccinations()
                .recordDose(dose(child, vaccine, day).setDivision(division).build()));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.fields()).containsExactly(field);
        assertThat(clinic.assess(child, "2019-03-10").getDosesList()).isEmpty();
    }

    @Test
    void an_id_number_with_a_wrong_check_digit_or_a_purpose_that_does_not_fit_is_refused() {
        Refused number = Refused.by(() -> record("990301201903020226", "HepB", "2019-05-05"));
        assertThat(number.reason()).isEqualTo("CITIZEN_ID_CHECK_DIGIT");
        assertThat(number.text()).doesNotContain("990301201903020226");
        assertThat(Refused.by(() -> record("990301299901010013", "HepB", "2019-05-05"))
                        .reason())
                .isEqualTo("CITIZEN_ID_BIRTH_FUTURE");

        Refused purpose = Refused.by(() -> clinic.vaccinations()
                .recordDose(dose(child, "HepB", "2019-05-05")
                        .setContext(context(Purpose.PURPOSE_PENSION))
                        .build()));
        assertThat(purpose.reason()).isEqualTo("PURPOSE");
    }

    @Test
    void before_the_check_rules_of_2021_an_officer_looks() {
        assertThat(clinic.assess(child, "2020-09-01")
                        .getDecision()
                        .getReasons(0)
                        .getCode())
                .isEqualTo("NO_RULE_IN_FORCE");
    }

    private void given(String id) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,vaccine,given_on,division"));
        SIX_YEARS_OF_DOSES.forEach(dose -> lines.add(id + "," + dose + "," + SIMING));
        assertThat(clinic.load("dose", lines)).isEmpty();
    }

    private void record(String id, String vaccine, String day) {
        assertThat(clinic.vaccinations()
                        .recordDose(dose(id, vaccine, day).build())
                        .getDosesList())
                .isNotEmpty();
    }
}
