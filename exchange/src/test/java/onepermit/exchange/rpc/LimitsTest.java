package onepermit.exchange.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ConnectivityState;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits that gRPC leaves open by default, each seen at work. */
class LimitsTest {
    private static final byte PING = 6;
    private static final byte GOAWAY = 7;
    private final CountDownLatch held = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // each scenario starts the server with its own limit
    private EdgeServer server;

    @AfterEach
    void stop() {
        held.countDown();
        server.close();
    }

    @Test
    void beyond_its_limit_a_service_sheds_at_once_says_when_to_come_again_and_recovers() {
        with("onepermit.rpc.max-calls=2");
        server.admissions.answer = request -> waited();
        var inside = List.of(call(), call());
        Await.until("two calls are inside", () -> server.admissions.reached.get() == 2);

        long began = System.nanoTime();
        Refused shed = Refused.by(() -> officer().verifyEligibility(good()));

        assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(2).toNanos());
        assertThat(shed.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(shed.reason()).isEqualTo("TOO_MANY_CALLS");
        assertThat(shed.retry()).isTrue();
        held.countDown();
        assertThat(inside).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(officer().verifyEligibility(good()).hasDecision()).isTrue();
    }

    @Test
    void while_officers_crowd_the_door_a_batch_is_told_to_come_later_and_their_questions_are_answered() {
        with("onepermit.rpc.batch-calls=2");
        server.admissions.answer = request -> waited();
        var inside = List.of(call(), call());
        Await.until("two calls are inside", () -> server.admissions.reached.get() == 2);

        Refused batch = batch();
        CompletableFuture<Decision> question = call();

        assertThat(batch.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(batch.reason()).isEqualTo("BATCH_LATER");
        assertThat(batch.retry()).isTrue();
        held.countDown();
        assertThat(question).succeedsWithin(Duration.ofSeconds(20));
        assertThat(inside).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(20)));
        Await.until("a batch begins again", this::batchBegins);
    }

    @Test
    void a_step_of_a_batch_under_way_waits_until_the_officers_are_answered() {
        with("onepermit.rpc.batch-calls=1", "onepermit.rpc.redecision-calls=1");
        CallLimit door = server.context.getBean(CallLimit.class);
        server.admissions.answer = request -> waited();
        CompletableFuture<Decision> inside = call();
        Await.until("a call is inside", () -> server.admissions.reached.get() == 1);

        CompletableFuture<Void> step = CompletableFuture.runAsync(
                door::afterOfficers, task -> Thread.ofVirtual().start(task));

        assertThat(door.crowded()).isTrue();
        assertThat(step).isNotDone();
        held.countDown();
        assertThat(inside).succeedsWithin(Duration.ofSeconds(20));
        assertThat(step).succeedsWithin(Duration.ofSeconds(20));
        assertThat(door.crowded()).isFalse();
    }

    @Test
    void refused_and_cancelled_calls_give_their_place_back() {
        with("onepermit.rpc.max-calls=1");
        for (int i = 0; i < 20; i++) {
            Refused.by(() -> stub().withDeadlineAfter(5, TimeUnit.SECONDS).verifyEligibility(good()));
            Refused.by(() -> officer().verifyEligibility(VerifyEligibilityRequest.getDefaultInstance()));
        }
        server.admissions.answer = request -> waited();
        assertThat(Refused.by(() -> officer()
                                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                                .verifyEligibility(good()))
                        .code())
                .isEqualTo(Code.DEADLINE_EXCEEDED);
        held.countDown();

        server.admissions.answer = request -> Decision.getDefaultInstance();
        Await.until("the place of the cancelled call is free", this::answers);
    }

    @Test
    void a_deadline_beyond_the_limit_is_shortened_to_it() {
        with("onepermit.rpc.max-deadline=2s");
        AtomicReference<Duration> left = new AtomicReference<>(Duration.ZERO);
        server.admissions.answer = request -> {
            left.set(CallDeadline.remaining().orElseThrow());
            return Decision.getDefaultInstance();
        };

        officer().withDeadlineAfter(1, TimeUnit.HOURS).verifyEligibility(good());

        assertThat(left.get()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void work_beyond_the_limit_is_cancelled_and_its_call_ends_as_late() {
        with("onepermit.rpc.max-deadline=300ms");
        server.admissions.answer = request -> {
            Context.current().addListener(ended -> held.countDown(), Runnable::run);
            waited();
            throw new IllegalStateException("interrupted work");
        };

        Refused late =
                Refused.by(() -> officer().withDeadlineAfter(1, TimeUnit.HOURS).verifyEligibility(good()));

        assertThat(late.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }

    @Test
    void more_calls_than_a_connection_may_have_wait_at_the_client() {
        with("onepermit.rpc.max-calls-per-connection=1");
        server.admissions.answer = request -> waited();
        CompletableFuture<Decision> inside = call();
        Await.until("one call is inside", () -> server.admissions.reached.get() == 1);

        Refused waited = Refused.by(
                () -> officer().withDeadlineAfter(500, TimeUnit.MILLISECONDS).verifyEligibility(good()));

        assertThat(waited.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(server.admissions.reached).hasValue(1);
        held.countDown();
        assertThat(inside).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void a_client_that_resets_call_after_call_loses_its_connection() {
        with("onepermit.rpc.max-resets-per-window=10");
        server.admissions.answer = request -> waited();
        CompletableFuture<Decision> bystander = call();
        Await.until("one call is inside", () -> server.admissions.reached.get() == 1);

        Await.until("the connection of the client that resets is closed", () -> {
            Refused.by(
                    () -> officer().withDeadlineAfter(50, TimeUnit.MILLISECONDS).verifyEligibility(good()));
            return bystander.isDone();
        });

        assertThat(bystander).isCompletedExceptionally();
    }

    @Test
    void headers_beyond_their_limit_are_refused() {
        with("spring.grpc.server.inbound.metadata.max-size=8KB");
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("x-large", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(9_000));

        Refused refused = Refused.by(() -> officer()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .verifyEligibility(good()));

        assertThat(refused.code()).isNotEqualTo(Code.OK);
        assertThat(server.admissions.reached).hasValue(0);
    }

    @Test
    void a_message_beyond_its_limit_reaches_nobody() {
        with("spring.grpc.server.inbound.message.max-size=64KB");

        Refused refused = Refused.by(() -> officer()
                .verifyEligibility(
                        good().toBuilder().setChildName("x".repeat(65_536)).build()));

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(server.admissions.reached).hasValue(0);
    }

    @Test
    void a_client_that_pings_and_asks_nothing_is_sent_away() throws IOException {
        with("spring.grpc.server.keepalive.permit.time=20s");
        try (Socket client = new Socket("127.0.0.1", server.port)) {
            client.setSoTimeout(30_000);
            client.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});

            assertThat(pingedUntilSentAway(client)).contains("too_many_pings");
        }
    }

    /** Pings again with each acknowledgement; what the server says when it has enough. */
    private static String pingedUntilSentAway(Socket client) throws IOException {
        byte[] ping = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
        client.getOutputStream().write(ping);
        InputStream in = client.getInputStream();
        while (true) {
            byte[] head = in.readNBytes(9);
            byte[] payload = in.readNBytes(Byte.toUnsignedInt(head[1]) << 8 | Byte.toUnsignedInt(head[2]));
            if (head[3] == GOAWAY) {
                return new String(payload, StandardCharsets.ISO_8859_1);
            }
            if (head[3] == PING) {
                client.getOutputStream().write(ping);
            }
        }
    }

    @Test
    void an_old_connection_is_asked_to_go_so_that_load_spreads_over_new_instances() {
        with("spring.grpc.server.keepalive.connection.max-age=1s");
        officer().verifyEligibility(good());
        assertThat(server.channel.getState(false)).isEqualTo(ConnectivityState.READY);

        Await.until(
                "the server asks the client to connect anew",
                () -> server.channel.getState(false) == ConnectivityState.IDLE);

        assertThat(officer().verifyEligibility(good()).hasDecision()).isTrue();
    }

    private void with(String... properties) {
        server = new EdgeServer(properties);
    }

    private Refused batch() {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        begin(ended);
        return Refused.of(
                (StatusRuntimeException) ended.orTimeout(20, TimeUnit.SECONDS).join());
    }

    private boolean batchBegins() {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        begin(ended);
        return ended.handle((refused, over) -> refused == null)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** An empty batch; ends with null when it is let in. */
    private void begin(CompletableFuture<Throwable> ended) {
        officerLater()
                .verifyEligibilityBatch(new StreamObserver<>() {
                    @Override
                    public void onNext(VerifyEligibilityBatchResponse answer) {}

                    @Override
                    public void onError(Throwable refused) {
                        ended.complete(refused);
                    }

                    @Override
                    public void onCompleted() {
                        ended.complete(null);
                    }
                })
                .onCompleted();
    }

    private AdmissionServiceGrpc.AdmissionServiceStub officerLater() {
        return AdmissionServiceGrpc.newStub(server.channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token()))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private Decision waited() {
        try {
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Decision.getDefaultInstance();
    }

    private CompletableFuture<Decision> call() {
        return CompletableFuture.supplyAsync(
                () -> officer().verifyEligibility(good()).getDecision(),
                task -> Thread.ofVirtual().start(task));
    }

    private boolean answers() {
        try {
            return officer().verifyEligibility(good()).hasDecision();
        } catch (StatusRuntimeException shed) {
            return false;
        }
    }

    private AdmissionServiceBlockingStub officer() {
        return stub().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token()))
                .withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private Metadata token() {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + server.issuer.token("admission-officer", "education", "350203"));
        return headers;
    }

    private AdmissionServiceBlockingStub stub() {
        return AdmissionServiceGrpc.newBlockingStub(server.channel);
    }

    private static VerifyEligibilityRequest good() {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId("990101201801010016")
                .addGuardians(Guardian.newBuilder().setCitizenId("990101198001010010"))
                .setDivision("350203")
                .setSchoolYear(2025)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("SM-2025-1"))
                .build();
    }
}
