package onepermit.exchange.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CallTest {
    private static EdgeServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = new EdgeServer();
        token = server.issuer.token("admission-officer", "education", "350203");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void nothing_reached_yet() {
        server.admissions.reached.set(0);
    }

    @Test
    void a_good_call_reaches_its_handler_with_its_caller() {
        Decision decision = officer().verifyEligibility(good().build()).getDecision();

        assertThat(decision.getId()).isEqualTo("officer-1@DivisionCode[value=350203]");
        assertThat(server.context
                        .getBean(MeterRegistry.class)
                        .get("onepermit.calls")
                        .tag("code", "OK")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void the_number_of_a_citizen_is_no_reference_of_a_case() {
        VerifyEligibilityRequest.Builder request = good();
        request.getContextBuilder().setCaseRef("SM-990101199506120117");

        refused(officer(), request, Code.INVALID_ARGUMENT, "CASE_REF_PERSONAL", "context.case_ref");
    }

    @Test
    void a_call_without_a_deadline_is_refused() {
        refused(with(token), good(), Code.INVALID_ARGUMENT, "DEADLINE_REQUIRED", "grpc-timeout");
    }

    @Test
    void a_call_without_a_token_is_refused() {
        refused(timely(), good(), Code.UNAUTHENTICATED, "TOKEN_MISSING", "authorization");
    }

    @Test
    void an_expired_token_is_refused_with_its_own_reason() {
        JWTClaimsSet.Builder old =
                claims().expirationTime(Date.from(Instant.now().minusSeconds(31)));

        refused(as(server.issuer.sign(old)), good(), Code.UNAUTHENTICATED, "TOKEN_EXPIRED", "authorization");
    }

    @Test
    void a_token_within_the_clock_leeway_is_taken() {
        JWTClaimsSet.Builder late =
                claims().expirationTime(Date.from(Instant.now().minusSeconds(5)));

        assertThat(as(server.issuer.sign(late))
                        .verifyEligibility(good().build())
                        .hasDecision())
                .isTrue();
    }

    @Test
    void a_token_of_another_key_audience_or_issuer_or_without_a_role_is_refused() {
        refusedToken(server.issuer.signWithOtherKey(claims()));
        refusedToken(server.issuer.sign(claims().audience("others")));
        refusedToken(server.issuer.sign(claims().audience("onepermit")));
        refusedToken(server.issuer.sign(claims().audience("onepermit-health")));
        refusedToken(server.issuer.sign(claims().issuer("http://elsewhere")));
        refusedToken(server.issuer.sign(claims().claim("role", null)));
        refusedToken(server.issuer.sign(
                claims().notBeforeTime(Date.from(Instant.now().plusSeconds(90)))));
        refusedToken("eyJhbGciOiJub25lIn0.e30.");
        refusedToken("rubbish");
    }

    @Test
    void a_callers_token_that_the_gateway_did_not_exchange_is_refused() {
        refusedToken(server.issuer.sign(claims().claim("act", null)));
        refusedToken(server.issuer.sign(claims().claim("act", Map.of("sub", "education"))));
    }

    @Test
    void a_role_that_the_method_does_not_take_is_refused() {
        refused(as(server.issuer.token("operator")), good(), Code.PERMISSION_DENIED, "ROLE", "");
    }

    @Test
    void a_missing_context_purpose_or_case_is_refused() {
        VerifyEligibilityRequest.Builder noCase =
                good().setContext(RequestContext.newBuilder().setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION));

        refused(officer(), good().clearContext(), Code.INVALID_ARGUMENT, "PURPOSE_MISSING", "context.purpose");
        refused(officer(), noCase, Code.INVALID_ARGUMENT, "CASE_REF_MISSING", "context.case_ref");
        refused(officer(), purpose(Purpose.PURPOSE_PENSION), Code.PERMISSION_DENIED, "PURPOSE", "context.purpose");
    }

    @Test
    void an_unknown_enum_number_is_named_with_what_is_known() {
        VerifyEligibilityRequest.Builder odd =
                good().setContext(good().getContextBuilder().setPurposeValue(77));

        Refused refused = refused(officer(), odd, Code.INVALID_ARGUMENT, "ENUM_UNKNOWN", "context.purpose");

        assertThat(refused.text()).contains("77", "PURPOSE_SCHOOL_ADMISSION");
    }

    @Test
    void a_broken_rule_of_the_contract_names_every_field_and_no_value() {
        String secret = "3".repeat(65);
        VerifyEligibilityRequest.Builder bad =
                good().setChildId(secret).setSchoolYear(1).clearDivision();

        Refused refused = Refused.by(() -> officer().verifyEligibility(bad.build()));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("FIELD_INVALID");
        assertThat(refused.fields()).containsExactlyInAnyOrder("child_id", "division", "school_year");
        assertThat(refused.text()).doesNotContain(secret);
        assertThat(server.admissions.reached).hasValue(0);
    }

    @Test
    void a_message_of_10_megabytes_is_refused() {
        Refused refused = Refused.by(() -> officer()
                .verifyEligibility(good().setChildName("x".repeat(10_000_000)).build()));

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(server.admissions.reached).hasValue(0);
    }

    @Test
    void a_fault_of_the_handler_shows_an_error_id_and_nothing_else() {
        Refused refused = failing(new IllegalStateException("person 350203 secret"));

        assertThat(refused.code()).isEqualTo(Code.INTERNAL);
        assertThat(refused.reason()).isEqualTo("INTERNAL");
        assertThat(refused.text()).startsWith("internal error ").doesNotContain("secret");
    }

    @Test
    void a_refusal_of_the_handler_keeps_its_reason_and_field() {
        Refused refused = failing(new RefusalException(
                new Refusal(Code.FAILED_PRECONDITION, "PERMIT_SUSPENDED", "permit", "the permit is suspended")));

        assertThat(refused)
                .isEqualTo(new Refused(
                        Code.FAILED_PRECONDITION,
                        "PERMIT_SUSPENDED",
                        java.util.List.of("permit"),
                        "the permit is suspended",
                        false));
    }

    @Test
    void a_database_that_is_away_is_unavailable_and_worth_a_retry() {
        Refused refused = failing(new DataAccessResourceFailureException("10.0.0.1 refused"));

        assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(refused.reason()).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(refused.retry()).isTrue();
        assertThat(refused.text()).doesNotContain("10.0.0.1");
    }

    @Test
    void health_and_reflection_are_open_and_ready_differs_from_alive() {
        var health = HealthGrpc.newBlockingStub(server.channel).withDeadlineAfter(5, TimeUnit.SECONDS);

        assertThat(health.check(HealthCheckRequest.newBuilder()
                                .setService("liveness")
                                .build())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
        assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    private static Refused failing(RuntimeException fault) {
        var before = server.admissions.answer;
        server.admissions.answer = request -> {
            throw fault;
        };
        try {
            return Refused.by(() -> officer().verifyEligibility(good().build()));
        } finally {
            server.admissions.answer = before;
        }
    }

    private static void refusedToken(String spoiled) {
        refused(as(spoiled), good(), Code.UNAUTHENTICATED, "TOKEN_INVALID", "authorization");
    }

    private static Refused refused(
            AdmissionServiceBlockingStub stub,
            VerifyEligibilityRequest.Builder request,
            Code code,
            String reason,
            String field) {
        Refused refused = Refused.by(() -> stub.verifyEligibility(request.build()));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(String.join(",", refused.fields())).isEqualTo(field);
        assertThat(server.admissions.reached).hasValue(0);
        return refused;
    }

    private static JWTClaimsSet.Builder claims() {
        return server.issuer.claims(
                Map.of("role", "admission-officer", "department", "education", "division", "350203"));
    }

    private static AdmissionServiceBlockingStub officer() {
        return as(token);
    }

    private static AdmissionServiceBlockingStub timely() {
        return AdmissionServiceGrpc.newBlockingStub(server.channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private static AdmissionServiceBlockingStub as(String bearer) {
        return with(bearer).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private static AdmissionServiceBlockingStub with(String bearer) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + bearer);
        return AdmissionServiceGrpc.newBlockingStub(server.channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static VerifyEligibilityRequest.Builder purpose(Purpose purpose) {
        return good().setContext(good().getContextBuilder().setPurpose(purpose));
    }

    private static VerifyEligibilityRequest.Builder good() {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId("990101201801010016")
                .addGuardians(Guardian.newBuilder().setCitizenId("990101198001010010"))
                .setDivision("350203")
                .setSchoolYear(2025)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("SM-2025-1"));
    }
}
