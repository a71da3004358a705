package onepermit.bench;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.StatusException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.Material;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;

/** Applications for a permit through the gateway, each opened, handed in, reviewed against facts of two departments and accepted. */
final class Intake {
    private static final int APPLICANTS = 30_000;
    private static final int FIRST = 1_000_000;
    private static final int WINDOWS = 16;
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final double OPEN_SHARE = 0.5;
    /** The busiest day that is on record, Beijing's of October 2016, as a rate over eight hours. */
    private static final double SURGE = 26_000 / 28_800.0;

    private static final String DIVISION = "350203";
    private static final String DAY = "2025-07-07";
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_PERMIT_APPLICATION)
            .setCaseRef("BENCH")
            .build();

    private final Bed bed;
    private final Tokens tokens;
    private final AtomicInteger next = new AtomicInteger();

    Intake(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    Figure measure() throws StatusException, InterruptedException {
        var gateway = bed.gateway();
        try {
            new Applicants(gateway, operator()).become(DIVISION, APPLICANTS, Intake::citizen);
            var windows =
                    ClientInterceptors.intercept(gateway, new Renewed(() -> tokens.of("permit-officer", DIVISION)));
            var load = new Load(i -> application(windows));
            Verify.warm("applications", load, WINDOWS);
            var rates = new double[ROUNDS];
            var surge = new double[ROUNDS];
            var p95 = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var outcome = load.closed(WINDOWS, TIME);
                Verify.requireNoFailures(outcome);
                rates[round] = outcome.rate();
                surge[round] = SURGE;
                p95[round] = load.open(outcome.rate() * OPEN_SHARE, TIME).millis(95);
                Progress.say(
                        "round %d: %,.0f applications/s, p95 %.0f ms at half of it",
                        round + 1, rates[round], p95[round]);
            }
            return new Figure(
                    "intake",
                    "applications/s",
                    rates,
                    surge,
                    "p95 %.0f ms at half that rate; the limit is 26,000 in a day of eight hours"
                            .formatted(Figure.median(p95)));
        } finally {
            gateway.shutdownNow();
        }
    }

    private String operator() {
        return tokens.of("operator", "");
    }

    private ListenableFuture<SubmitResponse> application(Channel windows) {
        var stub = PermitApplicationServiceGrpc.newFutureStub(windows).withDeadlineAfter(30, TimeUnit.SECONDS);
        return Futures.transform(
                Futures.transformAsync(
                        stub.open(opening(next.getAndIncrement())),
                        opened -> stub.submit(submission(opened)),
                        MoreExecutors.directExecutor()),
                Intake::accepted,
                MoreExecutors.directExecutor());
    }

    private static OpenRequest opening(int applicant) {
        if (applicant >= APPLICANTS) {
            throw new IllegalStateException("this machine is faster than there are applicants: more are needed");
        }
        return OpenRequest.newBuilder()
                .setCitizenId(citizen(applicant))
                .setOpenedOn(DAY)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT)
                .build();
    }

    private static SubmitRequest submission(OpenResponse opened) {
        return SubmitRequest.newBuilder()
                .setApplicationId(opened.getApplication().getId())
                .addMaterials(Material.newBuilder().setKind("PHOTO").setSha256("0".repeat(64)))
                .setSubmittedOn(DAY)
                .setEtag(opened.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT)
                .build();
    }

    private static SubmitResponse accepted(SubmitResponse answer) {
        if (answer.getApplication().getState() != ApplicationState.APPLICATION_STATE_ACCEPTED) {
            throw new IllegalStateException(
                    "not accepted: " + answer.getApplication().getState());
        }
        return answer;
    }

    private static String citizen(int applicant) {
        return Families.father(FIRST + applicant).value();
    }
}
