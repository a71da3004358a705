package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.social.v1.ContributionLine;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.PostContributionsRequest;
import org.junit.jupiter.api.Test;

/** Batches and employer files as streams through the front door: bad lines, slow readers, callers who go away. */
class StreamsTest extends Scenario {
    private static final String BATCH = "/v1/admissions:verifyBatch";
    private static final String METHOD = "method=\"onepermit.education.v1.AdmissionService/VerifyEligibilityBatch\"";
    private static final int MANY = 8_000;
    private static final long MEGABYTE = 1 << 20;
    private final HttpDoor http = new HttpDoor(stack);

    @Test
    void a_bad_line_of_a_batch_is_an_answer_and_not_the_end() {
        var lines = List.of(
                line("good", good()),
                line("bad id", good().setChildId("990101199506120118")),
                line("another division", good().setDivision(JIMEI)),
                line(
                        "no purpose",
                        good().setContext(good().getContext().toBuilder().clearPurpose())),
                line("", good()),
                line("also good", good()));

        var answers = batch(lines);

        assertThat(answers).hasSize(6);
        assertThat(to("good", answers).hasDecision()).isTrue();
        assertThat(to("also good", answers).hasDecision()).isTrue();
        assertThat(to("bad id", answers).getError().getReason()).isEqualTo("CITIZEN_ID_CHECK_DIGIT");
        assertThat(to("another division", answers).getError().getReason()).isEqualTo("DIVISION");
        assertThat(to("no purpose", answers).getError().getReason()).isEqualTo("PURPOSE_MISSING");
        assertThat(to("", answers).getError().getReason()).isEqualTo("LINE_KEY");
    }

    @Test
    void the_same_batch_over_http_answers_what_is_no_json_too() {
        var body = json(line("good", good())) + "\nrubbish\n"
                + json(line("bad id", good().setChildId("990101199506120118"))) + "\n{\"kee\":1}\n";

        var answer = http.post(BATCH, body, token());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        assertThat(answer.body().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("{\"key\":\"good\",\"decision\":"))
                .anyMatch(line -> line.contains("\"key\":\"bad id\"") && line.contains("CITIZEN_ID_CHECK_DIGIT"))
                .anyMatch(line -> line.startsWith("{\"line\":2,\"problem\":") && line.contains("JSON_INVALID"))
                .anyMatch(line -> line.startsWith("{\"line\":4,\"problem\":") && line.contains("FIELD_UNKNOWN"));
    }

    /** Lines are small and fit into the network's buffers; what tells is how many were decided. */
    @Test
    void a_reader_who_does_not_read_stops_the_deciding_and_costs_no_memory() throws Exception {
        var gateway = Metrics.of(stack, "GATEWAY");
        var education = Metrics.of(stack, "EDUCATION");
        double before = decided(education);
        try (var batch = new Ndjson(stack, BATCH, token())) {
            var sender = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < MANY; i++) {
                    batch.send(json(line("key-" + i, good())));
                }
                batch.end();
            });
            standsStill(() -> decided(education) - before);

            assertThat(decided(education) - before)
                    .as("lines decided for a caller who reads nothing")
                    .isPositive()
                    .isLessThan(MANY);
            assertThat(heap(gateway)).as("bytes of the gateway's heap").isLessThan(200 * MEGABYTE);
            assertThat(batch.status()).contains("200");
            assertThat(keys(batch)).hasSize(MANY);
            assertThat(decided(education) - before).isEqualTo(MANY);
            assertThat(sender.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void a_caller_over_http_who_goes_away_ends_the_call_at_the_department() throws IOException {
        var education = Metrics.of(stack, "EDUCATION");
        double before = cancelled(education);
        try (var batch = new Ndjson(stack, BATCH, token())) {
            batch.send(json(line("one", good())));
            assertThat(batch.status()).contains("200");
            assertThat(batch.line()).isPresent();
        }

        Eventually.within(
                Duration.ofSeconds(20), "education counts a cancelled batch", () -> cancelled(education) > before);
    }

    @Test
    void a_batch_that_outlives_its_deadline_ends_with_the_problem_as_its_last_line() throws IOException {
        try (var batch = new Ndjson(stack, BATCH, token(), "X-Request-Timeout: 2s")) {
            batch.send(json(line("one", good())));
            assertThat(batch.status()).contains("200");
            assertThat(batch.line()).hasValueSatisfying(line -> assertThat(line).contains("\"key\":\"one\""));
            assertThat(batch.line())
                    .hasValueSatisfying(
                            line -> assertThat(line).startsWith("{\"problem\":").contains("DEADLINE_EXCEEDED"));
        }
    }

    @Test
    void an_employers_file_is_posted_once_however_often_it_is_sent() {
        var person = SyntheticId.man("1988-05-04");
        var file =
                json(months(person, "2025-01", "2025-02")) + "\n" + json(months(person, "2025-03", "2025-13")) + "\n";
        var token = door.token("social-insurance-officer", "350200");

        var first = http.post("/v1/contributions:post", file, token);
        var again = http.post("/v1/contributions:post", file, token);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body())
                .contains("\"posted\":\"3\"", "MONTH_FORMAT", "\"index\":1")
                .doesNotContain(person);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_line_of_an_employers_file_that_is_no_json_is_named_and_what_came_before_it_stays() {
        var person = SyntheticId.man("1988-05-04");
        var file = json(months(person, "2025-01", "2025-02")) + "\nrubbish\n";
        var token = door.token("social-insurance-officer", "350200");

        var answer = http.post("/v1/contributions:post", file, token);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("JSON_INVALID", "\"line\":2");
    }

    private static VerifyEligibilityBatchResponse to(String key, Map<String, VerifyEligibilityBatchResponse> answers) {
        return Objects.requireNonNull(answers.get(key), () -> "no answer to '" + key + "' in " + answers.keySet());
    }

    private Map<String, VerifyEligibilityBatchResponse> batch(List<VerifyEligibilityBatchRequest> lines) {
        var call = ClientCalls.blockingBidiStreamingCall(
                door.channel(),
                AdmissionServiceGrpc.getVerifyEligibilityBatchMethod(),
                door.as("admission-officer", SIMING, AdmissionServiceGrpc.newStub(door.channel()))
                        .getCallOptions());
        var answers = new HashMap<String, VerifyEligibilityBatchResponse>();
        try {
            for (var line : lines) {
                call.write(line);
            }
            call.halfClose();
            for (var answer = call.read(30, TimeUnit.SECONDS);
                    answer != null;
                    answer = call.read(30, TimeUnit.SECONDS)) {
                answers.put(answer.getKey(), answer);
            }
        } catch (Exception e) {
            throw new AssertionError("the batch broke", e);
        }
        return answers;
    }

    private static List<String> keys(Ndjson batch) {
        var keys = new HashSet<String>();
        for (var line = batch.line(); line.isPresent(); line = batch.line()) {
            assertThat(line.get()).startsWith("{\"key\":\"key-").contains("\"decision\":");
            keys.add(line.get().substring(8, line.get().indexOf('"', 8)));
        }
        return new ArrayList<>(keys);
    }

    /** Waits until a count that has begun has stood still for two seconds. */
    private static void standsStill(DoubleSupplier count) {
        double[] last = {0};
        long[] since = {System.nanoTime()};
        Eventually.within(Duration.ofSeconds(60), "the count stands still", () -> {
            double now = count.getAsDouble();
            if (now != last[0]) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return now > 0
                    && System.nanoTime() - since[0] > Duration.ofSeconds(2).toNanos();
        });
    }

    private static double heap(Metrics metrics) {
        return metrics.sum("jvm_memory_used_bytes", "area=\"heap\"");
    }

    private static double cancelled(Metrics metrics) {
        return metrics.sum("onepermit_calls_seconds_count", METHOD, "code=\"CANCELLED\"");
    }

    private static double decided(Metrics metrics) {
        return metrics.sum("onepermit_decisions_total");
    }

    private String token() {
        return door.token("admission-officer", SIMING);
    }

    private static VerifyEligibilityRequest.Builder good() {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId("990301201908300111")
                .addGuardians(Guardian.newBuilder().setCitizenId("990305198705040111"))
                .setDivision(SIMING)
                .setSchoolYear(2025)
                .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-STREAM"));
    }

    private static VerifyEligibilityBatchRequest line(String key, VerifyEligibilityRequest.Builder question) {
        return VerifyEligibilityBatchRequest.newBuilder()
                .setKey(key)
                .setRequest(question)
                .build();
    }

    private static PostContributionsRequest months(String person, String... months) {
        var batch = PostContributionsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setEmployer("FLEXIBLE")
                .setPlace("350200")
                .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-STREAM"));
        for (var month : months) {
            batch.addLines(ContributionLine.newBuilder()
                    .setCitizenId(person)
                    .setMonth(month)
                    .setKind(InsuranceKind.INSURANCE_KIND_PENSION)
                    .setBaseFen(500_000));
        }
        return batch.build();
    }

    private static String json(Message message) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
