package onepermit.bench;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.v1.EstimateScoreRequest;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.PointsServiceGrpc;
import onepermit.social.v1.ScorePointsRequest;

/**
 * Points of a whole city: the accepted filings of its holders are scored through the gateway, one after the other, each on its own facts with a
 * ledger leaf and a stored decision. Beside it the same table through the same door for an estimate, which is about nobody and stores nothing.
 */
final class PointsCity {
    private static final int HOLDERS = 100_000;
    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final String PUDONG = "310115";

    private final Bed bed;
    private final Tokens tokens;
    private final AtomicInteger next = new AtomicInteger();

    PointsCity(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    Figure measure() throws Exception {
        Progress.say("%,d holders with an accepted filing into social security's database", HOLDERS);
        try (var copies = new HolderCopies(bed)) {
            for (int holder = 0; holder < HOLDERS; holder++) {
                copies.holder(holder);
            }
        }
        var gateway = bed.gateway();
        sane(gateway);
        var scores = load(gateway, PointsServiceGrpc.getScorePointsMethod().getFullMethodName(), this::scored);
        var estimates = load(gateway, PointsServiceGrpc.getEstimateScoreMethod().getFullMethodName(), i -> estimated());
        Verify.warm("score of a filing", scores);
        Verify.warm("estimate", estimates);
        double[] rates = new double[ROUNDS];
        double[] limits = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = rate(scores);
            limits[round] = rate(estimates);
            Progress.say("round %d: %,.0f scores/s, %,.0f estimates/s", round + 1, rates[round], limits[round]);
        }
        gateway.shutdownNow();
        return new Figure(
                "points_city",
                "scores/s",
                rates,
                limits,
                "a city of %,d holders in %,.0f s".formatted(HOLDERS, HOLDERS / Figure.median(rates)));
    }

    private static double rate(Load load) {
        var outcome = load.closed(IN_FLIGHT, TIME);
        Verify.requireNoFailures(outcome);
        return outcome.rate();
    }

    private Load load(Channel channel, String method, IntFunction<byte[]> question) {
        MethodDescriptor<byte[], byte[]> asked = Bytes.unary(method);
        var authorised = ClientInterceptors.intercept(channel, new Renewed(this::token));
        return new Load(i -> ClientCalls.futureUnaryCall(
                authorised.newCall(asked, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS)),
                question.apply(next.getAndIncrement() % HOLDERS)));
    }

    private byte[] scored(int holder) {
        return question(holder).toByteArray();
    }

    private static ScorePointsRequest question(int holder) {
        return ScorePointsRequest.newBuilder()
                .setCitizenId(Families.father(holder).value())
                .setFilingId(HolderCopies.filing(holder))
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_POINTS)
                        .setCaseRef("BENCH"))
                .build();
    }

    private static byte[] estimated() {
        return EstimateScoreRequest.newBuilder()
                .setDivision(PUDONG)
                .setBorn("1985-01-01")
                .setOn("2016-09-01")
                .setInsuranceMonths(44)
                .addClaims(PointsClaim.newBuilder().setItem("education.level").setValue("BACHELOR_DEGREE"))
                .build()
                .toByteArray();
    }

    private String token() {
        return tokens.of("social-insurance-officer", PUDONG);
    }

    /** What is measured must be the real answer. */
    private void sane(Channel channel) {
        var answer = PointsServiceGrpc.newBlockingStub(channel)
                .withInterceptors(new Renewed(this::token))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .scorePoints(question(0));
        if (answer.getSheet().getDecision().getOutcome() != Outcome.OUTCOME_ELIGIBLE) {
            throw new IllegalStateException("the holder of the benchmark does not reach the standard: " + answer);
        }
    }
}
