package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.net.http.HttpResponse;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input at the HTTP and gRPC doors: a clear error that names the field, and nothing personal in it. */
class BadInputTest extends Scenario {
    private static final String GOOD = "990101199506120117";
    private static final String PARENT = "990101199411030127";
    private final HttpDoor http = new HttpDoor(stack);

    @ParameterizedTest
    @CsvSource({
        "990101199506120118, CITIZEN_ID_CHECK_DIGIT",
        "990302202102290138, CITIZEN_ID_BIRTH_DATE",
        "990302202113010138, CITIZEN_ID_BIRTH_DATE",
        "990301299901010013, CITIZEN_ID_BIRTH_FUTURE",
        "990101950612011, CITIZEN_ID_OLD_15",
        "９９０１０１１９９５０６１２０１１７, CITIZEN_ID_FULL_WIDTH",
        "99010119950612011, CITIZEN_ID_LENGTH",
    })
    void a_malformed_citizen_id_is_told_by_its_own_reason_and_never_repeated(String id, String reason) {
        var answer = verify(body(id, SIMING, 2025, "PURPOSE_SCHOOL_ADMISSION"), officer(SIMING));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(reason).doesNotContain(id);
    }

    @Test
    void an_unknown_division_is_an_error_of_the_caller() {
        var answer = verify(body(GOOD, "359999", 2025, "PURPOSE_SCHOOL_ADMISSION"), officer("350200"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("DIVISION_UNKNOWN");
    }

    @Test
    void another_division_than_the_officers_is_refused() {
        var answer = verify(body(GOOD, JIMEI, 2025, "PURPOSE_SCHOOL_ADMISSION"), officer(SIMING));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("DIVISION");
    }

    @Test
    void without_a_purpose_nobody_is_looked_at() {
        var answer = verify(
                "{\"childId\":\"%s\",\"guardians\":[{\"citizenId\":\"%s\"}],\"division\":\"350203\",\"schoolYear\":2025}"
                        .formatted(GOOD, PARENT),
                officer(SIMING));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("PURPOSE").doesNotContain(GOOD);
    }

    @Test
    void an_unknown_enum_number_is_an_error() {
        var answer = verify(body(GOOD, SIMING, 2025, "99"), officer(SIMING));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void without_a_token_or_with_a_wrong_role_there_is_no_answer() {
        assertThat(verify(body(GOOD, SIMING, 2025, "PURPOSE_SCHOOL_ADMISSION"), "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(verify(
                                body(GOOD, SIMING, 2025, "PURPOSE_SCHOOL_ADMISSION"),
                                door.token("vaccination-officer", SIMING))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void ten_megabytes_are_too_much() {
        var answer = verify("{\"childId\":\"" + "9".repeat(10 << 20) + "\"}", officer(SIMING));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_grpc_call_without_a_deadline_is_told_to_set_one() {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + officer(SIMING));
        var stub = AdmissionServiceGrpc.newBlockingStub(door.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));

        var failure = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.verifyEligibility(VerifyEligibilityRequest.getDefaultInstance()));

        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.getStatus().getDescription()).containsIgnoringCase("deadline");
    }

    private String officer(String division) {
        return door.token("admission-officer", division);
    }

    private static String body(String id, String division, int year, String purpose) {
        return """
                {"childId":"%s","guardians":[{"citizenId":"%s"}],"division":"%s","schoolYear":%d,
                 "context":{"purpose":%s,"caseRef":"E2E-BAD"}}""".formatted(id, PARENT, division, year, purpose.matches("\\d+") ? purpose : "\"" + purpose + "\"");
    }

    private HttpResponse<String> verify(String body, String token) {
        return http.post("/v1/admissions:verify", body, token);
    }
}
