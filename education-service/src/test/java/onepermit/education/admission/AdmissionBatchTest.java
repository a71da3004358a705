package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import onepermit.education.Ground;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.Test;

/** Many children in one stream. */
class AdmissionBatchTest {
    private static final String SIMING = "350203";
    private static final int WINDOW = 65_536;
    private static final int MOST = 20_000;
    private final Ground ground = Ground.get();

    @Test
    void every_line_is_answered_with_its_key_and_a_bad_line_is_an_answer() throws Exception {
        Household family = Household.settled(ground, 20140302, SIMING, 2020).known();
        Reader reader = new Reader(Integer.MAX_VALUE);
        start(reader);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            keys.add("line-" + i);
            reader.lines.onNext(
                    switch (i % 5) {
                        case 0 -> line("line-" + i, family.asked("350211", 2020));
                        case 1 -> line("line-" + i, family.asked(SIMING, 2020).setChildId("990302202113010138"));
                        case 2 -> line("line-" + i, family.asked(SIMING, 2020).clearGuardians());
                        case 3 ->
                            line(
                                    "line-" + i,
                                    family.asked(SIMING, 2020).setContext(RequestContext.getDefaultInstance()));
                        default -> line("line-" + i, family.asked(SIMING, 2020));
                    });
        }
        reader.lines.onCompleted();

        reader.ended.get(30, TimeUnit.SECONDS);
        assertThat(reader.answers)
                .extracting(VerifyEligibilityBatchResponse::getKey)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(errors(reader, 0)).containsOnly("DIVISION");
        assertThat(errors(reader, 1)).containsOnly("CITIZEN_ID_BIRTH_DATE");
        assertThat(errors(reader, 2)).containsOnly("FIELD_INVALID");
        assertThat(errors(reader, 3)).containsOnly("PURPOSE_MISSING");
        assertThat(reader.answers)
                .filteredOn(answer -> number(answer) % 5 == 4)
                .hasSize(40)
                .allMatch(answer -> answer.getDecision().getOutcome() == Outcome.OUTCOME_ELIGIBLE
                        && !answer.getDecision().getReceipt().getLeafHash().isEmpty());
    }

    @Test
    void a_line_compares_names_here_only_says_so_and_is_decided_as_a_single_call_is() throws Exception {
        Household family = Household.settled(ground, 20140302, SIMING, 2020);
        family.named(family.child, "欧阳娜").known();
        VerifyEligibilityRequest.Builder asked = family.asked(SIMING, 2020).setChildName("欧阳纳");
        Reader reader = new Reader(Integer.MAX_VALUE);
        start(reader);

        reader.lines.onNext(line("named", asked));
        reader.lines.onCompleted();

        reader.ended.get(30, TimeUnit.SECONDS);
        VerifyEligibilityBatchResponse answer = reader.answers.getFirst();
        assertThat(answer.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(answer.getNotesList()).extracting(Note::getReason).containsExactly("NAME_COMPARED_HERE_ONLY");
        assertThat(answer.getNotes(0).getField()).isEqualTo("child_name");
        assertThat(answer.getDecision().getBodyHash())
                .isEqualTo(ground.officer(SIMING, AdmissionServiceGrpc.newBlockingStub(ground.channel()))
                        .verifyEligibility(asked.build())
                        .getDecision()
                        .getBodyHash());
    }

    @Test
    void a_line_without_a_key_is_told_so_and_the_stream_goes_on() throws Exception {
        Household family = Household.settled(ground, 20140302, SIMING, 2020).known();
        Reader reader = new Reader(Integer.MAX_VALUE);
        start(reader);

        reader.lines.onNext(line("", family.asked(SIMING, 2020)));
        reader.lines.onNext(line("after", family.asked(SIMING, 2020)));
        reader.lines.onCompleted();

        reader.ended.get(30, TimeUnit.SECONDS);
        assertThat(reader.answers)
                .extracting(answer -> answer.getError().getReason())
                .containsExactlyInAnyOrder("LINE_KEY", "");
    }

    /**
     * The caller takes nothing. Answers wait until the windows between the two are full, then the service asks for no more lines, and the
     * caller's side is not ready to send. Lines are long, answers short: reading ahead would go on for many times as many lines.
     */
    @Test
    void a_slow_reader_stops_the_reading_ahead() throws Exception {
        ManagedChannel narrow = ground.newChannel().flowControlWindow(WINDOW).build();
        try {
            Reader reader = new Reader(0);
            start(reader, narrow);
            int sent = 0;
            while (sent < MOST && ready(reader)) {
                reader.lines.onNext(longLine());
                sent++;
            }

            assertThat(sent).as("lines taken while nothing was read").isLessThan(MOST);
            assertThat(reader.answers).isEmpty();

            reader.lines.request(Integer.MAX_VALUE);
            reader.lines.onCompleted();
            reader.ended.get(60, TimeUnit.SECONDS);
            assertThat(reader.answers).hasSize(sent);
        } finally {
            narrow.shutdownNow();
        }
    }

    /** Refused for its ID, so that it costs little. */
    private static VerifyEligibilityBatchRequest longLine() {
        VerifyEligibilityRequest.Builder request = VerifyEligibilityRequest.newBuilder()
                .setChildId("990302202113010138")
                .setChildName("长".repeat(200))
                .setDivision(SIMING)
                .setSchoolYear(2020)
                .setContext(Household.context());
        request.addGuardiansBuilder().setCitizenId("990101199506120117").setName("名".repeat(200));
        return line("long", request);
    }

    /** Ready again within two seconds, or the other side has stopped reading. */
    private static boolean ready(Reader reader) {
        try {
            Await.until("the service reads on", java.time.Duration.ofSeconds(2), reader.lines::isReady);
            return true;
        } catch (AssertionError stopped) {
            return false;
        }
    }

    private void start(Reader reader) {
        start(reader, ground.channel());
    }

    private void start(Reader reader, ManagedChannel channel) {
        ground.officer(SIMING, AdmissionServiceGrpc.newStub(channel))
                .withDeadlineAfter(3, TimeUnit.MINUTES)
                .verifyEligibilityBatch(reader);
    }

    private static VerifyEligibilityBatchRequest line(String key, VerifyEligibilityRequest.Builder request) {
        return VerifyEligibilityBatchRequest.newBuilder()
                .setKey(key)
                .setRequest(request)
                .build();
    }

    private static List<String> errors(Reader reader, int kind) {
        return reader.answers.stream()
                .filter(answer -> number(answer) % 5 == kind)
                .map(answer -> answer.getError().getReason())
                .toList();
    }

    private static int number(VerifyEligibilityBatchResponse answer) {
        return Integer.parseInt(answer.getKey().substring("line-".length()));
    }

    /** Takes as many answers as it is told to. */
    private static final class Reader
            implements ClientResponseObserver<VerifyEligibilityBatchRequest, VerifyEligibilityBatchResponse> {
        final List<VerifyEligibilityBatchResponse> answers = new CopyOnWriteArrayList<>();
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final int appetite;

        @SuppressWarnings("NullAway.Init") // set by gRPC before the call begins
        ClientCallStreamObserver<VerifyEligibilityBatchRequest> lines;

        Reader(int appetite) {
            this.appetite = appetite;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<VerifyEligibilityBatchRequest> stream) {
            lines = stream;
            stream.disableAutoRequestWithInitial(appetite);
        }

        @Override
        public void onNext(VerifyEligibilityBatchResponse answer) {
            answers.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            ended.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            ended.complete(null);
        }
    }
}
