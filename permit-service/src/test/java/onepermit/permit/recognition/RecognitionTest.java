package onepermit.permit.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.time.LocalDate;
import java.util.UUID;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.v1.PermitStatus;
import onepermit.permit.v1.RecognitionOutcome;
import onepermit.permit.v1.VerifyPermitRequest;
import onepermit.permit.v1.VerifyPermitResponse;
import org.junit.jupiter.api.Test;

/** Scenario 28: Yushan and Changshan. */
class RecognitionTest extends PermitOffice {
    private static final String YUSHAN = "361123";
    private static final String CHANGSHAN = "330822";

    @Test
    void f01_a_valid_permit_of_yushan_counts_in_changshan_and_the_other_way_round() {
        VerifyPermitResponse there = verify(holder(YUSHAN, "2999-01-01"), CHANGSHAN, "COMPULSORY_EDUCATION");

        assertThat(there.getOutcome()).isEqualTo(RecognitionOutcome.RECOGNITION_OUTCOME_RECOGNISED);
        assertThat(there.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_ACTIVE);
        assertThat(there.getValidTo()).isEqualTo("2999-01-01");
        assertThat(there.getDocument()).contains("2020年8月");
        assertThat(verify(holder(CHANGSHAN, "2999-01-01"), YUSHAN, "JOB_PLACEMENT")
                        .getOutcome())
                .isEqualTo(RecognitionOutcome.RECOGNITION_OUTCOME_RECOGNISED);
    }

    @Test
    void a_suspended_permit_does_not_count() {
        VerifyPermitResponse there = verify(holder(YUSHAN, "2025-01-01"), CHANGSHAN, "DESIGNATED_CLINIC");

        assertThat(there.getOutcome()).isEqualTo(RecognitionOutcome.RECOGNITION_OUTCOME_NOT_ACTIVE);
        assertThat(there.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
    }

    @Test
    void f02_other_services_and_other_places_are_not_covered_and_nothing_is_told() {
        String citizen = holder(YUSHAN, "2999-01-01");

        assertThat(verify(citizen, CHANGSHAN, "PENSION").getOutcome())
                .isEqualTo(RecognitionOutcome.RECOGNITION_OUTCOME_NOT_COVERED);
        assertThat(verify(citizen, "330282", "COMPULSORY_EDUCATION"))
                .as("who has a permit elsewhere looks like who has none")
                .isEqualTo(verify(SyntheticIds.man("1990-01-01"), "330282", "COMPULSORY_EDUCATION"));
    }

    @Test
    void before_august_2020_the_agreement_is_not_in_force() {
        String citizen = holder(YUSHAN, "2999-01-01");

        assertThat(service()
                        .bean(VerifyPermit.class)
                        .verify(
                                service().bean(HeldPermits.class).of(key(citizen)),
                                new DivisionCode(CHANGSHAN),
                                "COMPULSORY_EDUCATION",
                                LocalDate.parse("2020-07-31"))
                        .outcome())
                .isEqualTo(Recognition.Outcome.NOT_IN_FORCE);
    }

    @Test
    void f03_the_answer_has_no_field_for_an_address() {
        assertThat(VerifyPermitResponse.getDescriptor().getFields())
                .extracting(FieldDescriptor::getName)
                .containsExactly("outcome", "status", "valid_to", "document");
    }

    @Test
    void an_officer_asks_for_the_own_place_only() {
        assertThat(Refused.by(() -> officerOf(CHANGSHAN)
                                .recognitions()
                                .verifyPermit(asking(holder(YUSHAN, "2999-01-01"), YUSHAN, "TRAINING")))
                        .reason())
                .isEqualTo("DIVISION");
    }

    private String holder(String division, String endorsedTo) {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                citizen + "," + division + ",F-" + UUID.randomUUID() + ",2024-01-01," + endorsedTo);
        return citizen;
    }

    private VerifyPermitResponse verify(String citizen, String division, String service) {
        return officerOf(division).recognitions().verifyPermit(asking(citizen, division, service));
    }

    private static VerifyPermitRequest asking(String citizen, String division, String service) {
        return VerifyPermitRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision(division)
                .setService(service)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                .build();
    }
}
