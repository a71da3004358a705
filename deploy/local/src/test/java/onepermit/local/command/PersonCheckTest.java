package onepermit.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.v1.PersonTrace;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.TraceState;
import onepermit.local.Department;
import org.junit.jupiter.api.Test;

class PersonCheckTest {
    private static final Timestamp NIGHT = Timestamp.newBuilder()
            .setSeconds(Instant.parse("2025-12-31T18:00:00Z").getEpochSecond())
            .build();

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PersonCheck check = new PersonCheck(new PrintStream(text, true, StandardCharsets.UTF_8));

    @Test
    void what_a_statute_keeps_is_no_failure_and_is_named_with_its_last_day() {
        check.at(
                Department.SOCIAL,
                proof(
                        trace("outbox", TraceState.TRACE_STATE_ABSENT),
                        trace("table insured", TraceState.TRACE_STATE_KEPT)));

        assertThat(check.conclude()).isZero();
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("hr-social-service", "2 places looked at", "kept     table insured: 3 until 2026-01-01 02:00")
                .doesNotContain("outbox")
                .contains("Absent: nothing of this person was found. A statute keeps records in 1 places.");
    }

    @Test
    void what_goes_by_itself_or_stays_is_told_apart_and_fails() {
        check.at(Department.PERMIT, proof(trace("topic t", TraceState.TRACE_STATE_PENDING)));
        assertThat(check.conclude()).isEqualTo(1);
        assertThat(text.toString(StandardCharsets.UTF_8)).contains("Pending: something goes by itself from 1 places.");

        check.at(Department.HEALTH, proof(trace("published facts", TraceState.TRACE_STATE_PRESENT)));
        assertThat(check.conclude()).isEqualTo(1);
        assertThat(text.toString(StandardCharsets.UTF_8)).contains("Present: something stays in 1 places.");
    }

    private static ProveErasureResponse proof(PersonTrace... traces) {
        return ProveErasureResponse.newBuilder()
                .setErasedAt(NIGHT)
                .addAllTraces(List.of(traces))
                .build();
    }

    private static PersonTrace trace(String place, TraceState state) {
        PersonTrace.Builder trace =
                PersonTrace.newBuilder().setPlace(place).setState(state).setCount(3);
        return state == TraceState.TRACE_STATE_ABSENT
                ? trace.setCount(0).build()
                : trace.setUntil(NIGHT).build();
    }
}
