package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.io.IOException;
import java.util.Objects;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A trace that the caller began goes through the door, with a span of the gateway's own. */
class TracesTest {
    private static final Metadata.Key<String> TRACEPARENT =
            Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static Door door;
    private static String token;

    @BeforeAll
    static void open() throws IOException {
        door = new Door();
        token = door.token();
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    @Test
    void over_grpc_the_department_sees_the_trace_under_the_gateways_span() {
        overGrpc("00-" + TRACE + "-" + SPAN + "-01");

        seenUnderAnotherSpan();
    }

    @Test
    void over_http_the_department_sees_the_trace_under_the_gateways_span() {
        door.post(
                "/v1/admissions:verify",
                "{}",
                "Authorization",
                "Bearer " + token,
                "traceparent",
                "00-" + TRACE + "-" + SPAN + "-01");

        seenUnderAnotherSpan();
    }

    @Test
    void a_trace_that_nobody_records_keeps_its_id() {
        overGrpc("00-" + TRACE + "-" + SPAN + "-00");

        assertThat(seen()).startsWith("00-" + TRACE).endsWith("-00");
    }

    private static void seenUnderAnotherSpan() {
        assertThat(seen()).startsWith("00-" + TRACE + "-").endsWith("-01").doesNotContain(SPAN);
        assertThat(headers().getAll(TRACEPARENT)).hasSize(1);
    }

    private static void overGrpc(String traceparent) {
        Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), token, "traceparent", traceparent)
                .verifyEligibility(VerifyEligibilityRequest.getDefaultInstance());
    }

    private static String seen() {
        return Objects.requireNonNull(headers().get(TRACEPARENT));
    }

    private static Metadata headers() {
        return Objects.requireNonNull(door.education.headers.get());
    }
}
