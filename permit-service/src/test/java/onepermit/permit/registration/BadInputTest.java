package onepermit.permit.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.RegisterRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What comes in at the door and must not get further. */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest extends PermitOffice {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "990101199506120118, CITIZEN_ID_CHECK_DIGIT",
        "990302202102290138, CITIZEN_ID_BIRTH_DATE",
        "990302202113010138, CITIZEN_ID_BIRTH_DATE",
        "990301299901010013, CITIZEN_ID_BIRTH_FUTURE",
        "990101950612011, CITIZEN_ID_OLD_15",
        "９９０１０１１９９５０６１２０１１７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011, CITIZEN_ID_LENGTH",
        "99010119950612O117, CITIZEN_ID_CHARACTERS"
    })
    void a_malformed_citizen_id_has_its_own_reason_and_is_never_repeated(
            String citizen, String reason, CapturedOutput output) {
        Refused refused = refused(RegistrationCallsTest.registration(citizen));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.fields()).containsExactly("citizen_id");
        assertThat(refused.text()).doesNotContain(citizen);
        assertThat(output).doesNotContain(citizen);
    }

    @Test
    void a_day_in_the_future_is_named_with_what_was_expected() {
        Refused refused = refused(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                .setFrom("2999-01-01"));

        assertThat(refused.reason()).isEqualTo("DATE_FUTURE");
        assertThat(refused.fields()).containsExactly("from");
        assertThat(refused.text()).contains("2999-01-01");
    }

    @Test
    void a_day_that_is_not_in_the_calendar_is_refused() {
        Refused refused = refused(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                .setFrom("2025-02-30"));

        assertThat(refused.reason()).isEqualTo("DATE_FORMAT");
    }

    @Test
    void an_unknown_division_is_named() {
        Refused refused = refused(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                .setDivision("359999"));

        assertThat(refused.reason()).isEqualTo("DIVISION_UNKNOWN");
        assertThat(refused.fields()).containsExactly("division");
        assertThat(refused.text()).contains("359999");
    }

    @Test
    void an_officer_of_another_division_is_refused() {
        Refused refused = Refused.by(() -> officerOf("110000")
                .registrations()
                .register(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("DIVISION");
    }

    @Test
    void a_request_without_a_purpose_is_refused() {
        Refused refused = refused(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                .setContext(RequestContext.newBuilder().setCaseRef("T-1")));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.fields()).anySatisfy(field -> assertThat(field).contains("purpose"));
    }

    @Test
    void a_string_of_ten_megabytes_does_not_come_in() {
        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> officer()
                        .registrations()
                        .register(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                                .setName("长".repeat(3_500_000))
                                .build()));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void a_name_too_long_is_refused_by_its_field() {
        Refused refused = refused(RegistrationCallsTest.registration(SyntheticIds.man("1990-01-01"))
                .setName("长".repeat(201)));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.fields()).containsExactly("name");
    }

    private Refused refused(RegisterRequest.Builder request) {
        return Refused.by(() -> officer().registrations().register(request.build()));
    }
}
