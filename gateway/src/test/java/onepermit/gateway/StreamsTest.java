package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.exchange.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams through both doors: bad lines, slow readers, callers who go away. */
class StreamsTest {
    private static final String BATCH = "/v1/admissions:verifyBatch";
    private static final int LINES = 20_000;
    /** Kilobytes under way between a caller who does not read and a department that waits: windows of two hops, both ways. */
    private static final int UNDER_WAY = 12_000;

    private static final String KILOBYTE = "k".repeat(1_000);
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
    void a_line_that_cannot_be_read_is_answered_by_its_number_and_the_others_go_on() {
        String body = "{\"key\":\"a\"}\n\nrubbish\n{\"kee\":\"x\"}\n" + "9".repeat(5_000_000) + "\n{\"key\":\"b\"}\n";

        var answer = door.post(BATCH, body, "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5).contains("{\"key\":\"a\"}", "{\"key\":\"b\"}");
        assertThat(lines.stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .filter(line -> line.has("line"))
                        .map(line -> line.get("line") + " " + reason(line)))
                .containsExactly("3 JSON_INVALID", "4 FIELD_UNKNOWN", "5 BODY_TOO_LARGE");
    }

    @Test
    void a_body_of_bad_lines_alone_is_answered_line_by_line() {
        var answer = door.post(BATCH, "x\n".repeat(100), "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(100).allMatch(line -> line.contains("JSON_INVALID"));
    }

    @Test
    void answers_come_while_lines_are_still_being_sent() throws IOException {
        try (Ndjson batch = new Ndjson(door.port(), BATCH, token)) {
            batch.send("{\"key\":\"a\"}");
            assertThat(batch.status()).contains("200");
            assertThat(batch.line()).isEqualTo("{\"key\":\"a\"}");
            batch.send("{\"key\":\"b\"}");
            assertThat(batch.line()).isEqualTo("{\"key\":\"b\"}");
            batch.end();
            assertThat(batch.line()).isEmpty();
        }
    }

    @Test
    void a_caller_over_http_who_goes_away_cancels_the_call_of_the_department() throws Exception {
        try (Ndjson batch = new Ndjson(door.port(), BATCH, token)) {
            batch.send("{\"key\":\"a\"}");
            assertThat(batch.status()).contains("200");
        }

        assertThat(door.education.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_refused_stream_is_told_at_once_while_its_body_is_still_on_the_way() throws IOException {
        try (Ndjson batch = new Ndjson(door.port(), BATCH, token)) {
            batch.send("{\"key\":\"refuse\"}");
            assertThat(batch.status()).contains("403");
            batch.end();
        }
    }

    @Test
    void a_line_that_ends_the_call_is_named_by_its_number() {
        var answer = door.post("/v1/contributions:post", "{}\nrubbish\n", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonParser.parseString(answer.body())
                        .getAsJsonObject()
                        .get("line")
                        .getAsInt())
                .isEqualTo(2);
    }

    @Test
    void a_reader_over_http_who_does_not_read_stops_the_lines() throws Exception {
        try (Ndjson batch = new Ndjson(door.port(), BATCH, token)) {
            AtomicInteger sent = new AtomicInteger();
            Thread sender = Thread.ofVirtual().start(() -> {
                while (sent.get() < LINES) {
                    batch.send(line(sent.get()));
                    sent.incrementAndGet();
                }
                batch.end();
            });
            stops(sent);

            assertThat(sent.get()).isLessThan(UNDER_WAY);
            assertThat(batch.status()).contains("200");
            for (int i = 0; i < LINES; i++) {
                assertThat(batch.line()).isEqualTo(line(i));
            }
            assertThat(batch.line()).isEmpty();
            sender.join(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_reader_over_grpc_who_does_not_read_stops_the_lines() throws Exception {
        SlowReader reader = new SlowReader();
        Door.with(AdmissionServiceGrpc.newStub(door.channel), token)
                .withDeadlineAfter(120, TimeUnit.SECONDS)
                .verifyEligibilityBatch(reader);
        Thread sender = Thread.ofVirtual().start(reader::sendAll);
        stops(reader.sent);

        assertThat(reader.sent.get()).isLessThan(UNDER_WAY);
        reader.readAll();
        assertThat(reader.done.get(60, TimeUnit.SECONDS)).isEqualTo(LINES);
        sender.join(Duration.ofSeconds(20));
    }

    /** Waits until the count has stood still for two seconds. */
    private static void stops(AtomicInteger sent) {
        AtomicInteger last = new AtomicInteger(-1);
        long[] since = {System.nanoTime()};
        Await.until("the sender is stopped", () -> {
            int now = sent.get();
            if (last.getAndSet(now) != now) {
                since[0] = System.nanoTime();
            }
            return now > 0
                    && System.nanoTime() - since[0] > Duration.ofSeconds(2).toNanos();
        });
    }

    private static String line(int number) {
        return "{\"key\":\"" + number + KILOBYTE + "\"}";
    }

    private static String reason(JsonObject line) {
        return line.getAsJsonObject("problem").get("reason").getAsString();
    }

    /** Sends when it may, and reads nothing until it is told to. */
    private static final class SlowReader
            implements ClientResponseObserver<VerifyEligibilityBatchRequest, VerifyEligibilityBatchResponse> {
        final AtomicInteger sent = new AtomicInteger();
        final CompletableFuture<Integer> done = new CompletableFuture<>();
        private final AtomicInteger received = new AtomicInteger();
        private final Semaphore ready = new Semaphore(0);

        @SuppressWarnings("NullAway.Init") // gRPC hands it over before anything else
        private ClientCallStreamObserver<VerifyEligibilityBatchRequest> call;

        @Override
        public void beforeStart(ClientCallStreamObserver<VerifyEligibilityBatchRequest> stream) {
            call = stream;
            stream.disableAutoRequestWithInitial(0);
            stream.setOnReadyHandler(ready::release);
        }

        void sendAll() {
            while (sent.get() < LINES) {
                while (!call.isReady()) {
                    ready.acquireUninterruptibly();
                }
                call.onNext(VerifyEligibilityBatchRequest.newBuilder()
                        .setKey(sent.get() + KILOBYTE)
                        .build());
                sent.incrementAndGet();
            }
            call.onCompleted();
        }

        void readAll() {
            call.request(LINES + 1);
        }

        @Override
        public void onNext(VerifyEligibilityBatchResponse answer) {
            received.incrementAndGet();
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(received.get());
        }
    }
}
