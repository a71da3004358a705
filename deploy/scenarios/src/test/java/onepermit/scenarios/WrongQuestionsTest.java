package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong question at a time, at both doors: the same reason and field, the right code and status, nothing personal said back. */
class WrongQuestionsTest extends Scenario {
    private static final String VERIFY = "/v1/admissions:verify";
    private static final String NAME = "司马·查无此名";
    private final HttpDoor http = new HttpDoor(stack);

    /** A question with one thing wrong, and what is said of it. */
    record Wrong(
            String what,
            Consumer<VerifyEligibilityRequest.Builder> spoil,
            Code code,
            int http,
            String reason,
            String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> questions() {
        return Stream.of(
                id("a wrong check digit", "990302201903010130", "CITIZEN_ID_CHECK_DIGIT"),
                id("a day that no calendar has", "990302202102290138", "CITIZEN_ID_BIRTH_DATE"),
                id("a thirteenth month", "990302202113010138", "CITIZEN_ID_BIRTH_DATE"),
                id("a day to come", "990301299901010013", "CITIZEN_ID_BIRTH_FUTURE"),
                id("the old number of 15 digits", "990101950612011", "CITIZEN_ID_OLD_15"),
                id("full-width digits", "９９０１０１１９９５０６１２０１１７", "CITIZEN_ID_FULL_WIDTH"),
                id("a digit too few", "99010119950612011", "CITIZEN_ID_LENGTH"),
                id("letters", "99010119950612O117", "CITIZEN_ID_CHARACTERS"),
                wrong("no ID", q -> q.clearChildId(), "FIELD_INVALID", "child_id"),
                wrong("an ID of a thousand digits", q -> q.setChildId("9".repeat(1_000)), "FIELD_INVALID", "child_id"),
                wrong(
                        "a guardian's wrong ID",
                        q -> q.getGuardiansBuilder(0).setCitizenId("990101199506120118"),
                        "CITIZEN_ID_CHECK_DIGIT",
                        "guardians[0].citizen_id"),
                wrong(
                        "the child as its own guardian",
                        q -> q.getGuardiansBuilder(0).setCitizenId(q.getChildId()),
                        "SAME_PERSON_TWICE",
                        "guardians[0].citizen_id"),
                wrong("no guardian", q -> q.clearGuardians(), "FIELD_INVALID", "guardians"),
                wrong("an unknown division", q -> q.setDivision("359999"), "DIVISION_UNKNOWN", "division"),
                wrong("a school year to come", q -> q.setSchoolYear(2099), "SCHOOL_YEAR_UNKNOWN", "school_year"),
                wrong("no context", q -> q.clearContext(), "PURPOSE_MISSING", "context.purpose"),
                wrong("no purpose", q -> q.getContextBuilder().clearPurpose(), "PURPOSE_MISSING", "context.purpose"),
                wrong("no case", q -> q.getContextBuilder().clearCaseRef(), "CASE_REF_MISSING", "context.case_ref"),
                wrong(
                        "an unknown purpose",
                        q -> q.getContextBuilder().setPurposeValue(99),
                        "ENUM_UNKNOWN",
                        "context.purpose"),
                new Wrong(
                        "the purpose of another method",
                        q -> q.getContextBuilder().setPurpose(Purpose.PURPOSE_PENSION),
                        Code.PERMISSION_DENIED,
                        403,
                        "PURPOSE",
                        "context.purpose"),
                new Wrong(
                        "another division than the officer's",
                        q -> q.setDivision(JIMEI),
                        Code.PERMISSION_DENIED,
                        403,
                        "DIVISION",
                        "division"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void both_doors_say_the_same(Wrong wrong) {
        var question = good();
        wrong.spoil().accept(question);
        var request = question.build();

        var grpc = Refused.by(() -> officer().verifyEligibility(request));
        var answer = http.post(VERIFY, json(request), token());

        assertThat(grpc.code()).as(grpc.text()).isEqualTo(wrong.code());
        assertThat(grpc.reason()).isEqualTo(wrong.reason());
        assertThat(grpc.field()).isEqualTo(wrong.field());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(wrong.http());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"reason\":\"" + wrong.reason() + "\"", "\"type\":\"urn:onepermit:reason:");
        saysNothingPersonal(grpc.text() + answer.body(), request);
    }

    @Test
    void ten_megabytes_are_too_much_at_both_doors() {
        var huge = good().setChildName("名".repeat(10 << 20)).build();

        assertThat(Refused.by(() -> officer().verifyEligibility(huge)).code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(http.post(VERIFY, json(huge), token()).statusCode()).isEqualTo(413);
    }

    @Test
    void a_token_that_has_ended_is_told_so_at_both_doors() {
        var ended = new Forged(stack)
                .token("admission-officer", SIMING, Instant.now().minus(Duration.ofMinutes(5)));

        var grpc = Refused.by(() -> as(ended).verifyEligibility(good().build()));
        var answer = http.post(VERIFY, json(good().build()), ended);

        assertThat(grpc.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(grpc.reason()).isEqualTo("TOKEN_EXPIRED");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("TOKEN_EXPIRED");
        var good = new Forged(stack)
                .token("admission-officer", SIMING, Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(http.post(VERIFY, json(good().build()), good).statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_that_may_not_ask_is_refused_at_both_doors() {
        var nurse = door.token("vaccination-officer", SIMING);

        assertThat(Refused.by(() -> as(nurse).verifyEligibility(good().build())).code())
                .isEqualTo(Code.PERMISSION_DENIED);
        assertThat(http.post(VERIFY, json(good().build()), nurse).statusCode()).isEqualTo(403);
    }

    @Test
    void a_timeout_that_is_none_is_told_and_one_too_short_is_504() {
        var question = json(good().build());

        assertThat(http.post(VERIFY, question, token(), Map.of("X-Request-Timeout", "soon"))
                        .body())
                .contains("TIMEOUT_FORMAT");
        assertThat(http.post(VERIFY, question, token(), Map.of("Grpc-Timeout", "1n"))
                        .statusCode())
                .isEqualTo(504);
    }

    @Test
    void a_person_nobody_knows_is_never_refused() {
        var decision = officer().verifyEligibility(good().build()).getDecision();

        assertThat(decision.getOutcome())
                .as("%s", decision)
                .isNotIn(Outcome.OUTCOME_NOT_ELIGIBLE, Outcome.OUTCOME_VETOED, Outcome.OUTCOME_ELIGIBLE);
    }

    @Test
    void a_name_that_does_not_match_is_reviewed_and_never_refused() {
        var family = new Family(city, "2019-03-02").kin();
        city.isKnownTo("education");

        var question = good().setChildId(family.child)
                .setChildName(NAME)
                .clearGuardians()
                .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                .build();
        var answer = officer().verifyEligibility(question);
        var decision = answer.getDecision();

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(reasons(decision)).contains("NAME_MISMATCH");
        assertThat(answer.getNotesList()).hasSize(1);
        assertThat(answer.getNotes(0).getField()).isEqualTo("child_name");
        assertThat(answer.toString()).doesNotContain(NAME);
        Eventually.within(
                Duration.ofSeconds(30),
                "public security says how the name differs",
                () -> officer()
                        .verifyEligibility(question)
                        .getNotes(0)
                        .getReason()
                        .equals("NAME_DIFFERENT"));
        assertThat(Logs.of(stack).holding(java.util.List.of(NAME))).isEmpty();
    }

    private AdmissionServiceBlockingStub officer() {
        return as(token());
    }

    private AdmissionServiceBlockingStub as(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return AdmissionServiceGrpc.newBlockingStub(door.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private String token() {
        return door.token("admission-officer", SIMING);
    }

    private static VerifyEligibilityRequest.Builder good() {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId(SyntheticId.woman("2019-03-02"))
                .addGuardians(Guardian.newBuilder().setCitizenId(SyntheticId.man("1988-05-04")))
                .setDivision(SIMING)
                .setSchoolYear(2025)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("E2E-WRONG"));
    }

    private static void saysNothingPersonal(String said, VerifyEligibilityRequest request) {
        Stream.concat(
                        Stream.of(request.getChildId()),
                        request.getGuardiansList().stream().map(Guardian::getCitizenId))
                .filter(id -> !id.isEmpty())
                .forEach(id -> assertThat(said).doesNotContain(id));
    }

    private static Wrong id(String what, String id, String reason) {
        return wrong(what, q -> q.setChildId(id), reason, "child_id");
    }

    private static Wrong wrong(
            String what, Consumer<VerifyEligibilityRequest.Builder> spoil, String reason, String field) {
        return new Wrong(what, spoil, Code.INVALID_ARGUMENT, 400, reason, field);
    }

    private static String json(VerifyEligibilityRequest request) {
        try {
            return JsonFormat.printer().print(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
