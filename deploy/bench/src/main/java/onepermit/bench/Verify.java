package onepermit.bench;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.exchange.v1.Outcome;

/** The main question at 64 in flight: at education-service, through the gateway, and its bare limit, in turns. */
final class Verify {
    static final int IN_FLIGHT = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int WARM_UP_STEPS = 36;
    private static final int STEPS_WITHOUT_GROWTH = 6;
    private static final double GROWING = 1.03;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final int ROUNDS = 3;
    private static final double OPEN_SHARE = 0.5;
    private static final int QUESTIONS = 100_000;
    private static final MethodDescriptor<byte[], byte[]> VERIFY =
            Bytes.unary(AdmissionServiceGrpc.getVerifyEligibilityMethod().getFullMethodName());
    private static final String[] NAMES = {"education-service", "through the gateway", "bare server"};
    private final Bed bed;
    private final Tokens tokens;

    Verify(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    Figure[] measure(int families) throws Exception {
        var direct = bed.educationService();
        var gateway = bed.gateway();
        sane(gateway, atTheDoor());
        try (var bare = new BareProcess(bed, families, sane(direct, forEducation()))) {
            var loads =
                    new Load[] {atEducation(direct, families), ask(gateway, families, this::atTheDoor), bare.load()};
            for (int i = 0; i < loads.length; i++) {
                warm(NAMES[i], loads[i], IN_FLIGHT);
            }
            double[][] rates = new double[loads.length][ROUNDS];
            var p99 = new double[loads.length][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < loads.length; i++) {
                    var outcome = loads[i].closed(IN_FLIGHT, TIME);
                    requireNoFailures(outcome);
                    rates[i][round] = outcome.rate();
                    p99[i][round] =
                            loads[i].open(outcome.rate() * OPEN_SHARE, TIME).p99Millis();
                    Progress.say(
                            "round %d, %s: %,.0f calls/s, p99 %.1f ms at half of it",
                            round + 1, NAMES[i], rates[i][round], p99[i][round]);
                }
            }
            direct.shutdownNow();
            gateway.shutdownNow();
            return new Figure[] {
                new Figure("verify", "calls/s", rates[0], rates[2], note(p99[0], p99[2])),
                new Figure("verify_gateway", "calls/s", rates[1], rates[2], note(p99[1], p99[2]))
            };
        }
    }

    /** Until it grows no faster: compilers share the two cores with what they compile, and one slow step proves nothing. */
    static void warm(String name, Load load, int inFlight) {
        double best = 0;
        int grownAt = 0;
        for (int step = 0; step < WARM_UP_STEPS && step - grownAt < STEPS_WITHOUT_GROWTH; step++) {
            double rate = load.closed(inFlight, WARM_UP).rate();
            Progress.say("warming up, %s: %,.0f calls/s", name, rate);
            if (rate > best * GROWING) {
                best = rate;
                grownAt = step;
            }
        }
    }

    /** Rate alone, for the growth of the city. */
    double rate(int families) throws Exception {
        var direct = bed.educationService();
        try {
            var load = atEducation(direct, families);
            warm("%,d families".formatted(families), load, IN_FLIGHT);
            var outcome = load.closed(IN_FLIGHT, TIME);
            requireNoFailures(outcome);
            return outcome.rate();
        } finally {
            direct.shutdownNow();
        }
    }

    private static String note(double[] own, double[] bare) {
        return "p99 at half that rate, open loop: %.1f ms (bare %.1f ms)"
                .formatted(Figure.median(own), Figure.median(bare));
    }

    static void requireNoFailures(Load.Outcome outcome) {
        if (outcome.failures() > 0) {
            throw new IllegalStateException(outcome.failures() + " calls failed; the figure would be worth nothing");
        }
    }

    Load atEducation(Channel channel, int families) {
        return ask(channel, families, this::forEducation);
    }

    /** Messages go and come as bytes, as those of the bare server do: what is measured is the server, not this client. */
    private Load ask(Channel channel, int families, Supplier<String> token) {
        var questions = new byte[Math.min(families, QUESTIONS)][];
        for (int i = 0; i < questions.length; i++) {
            int family = (int) ((long) i * families / questions.length);
            questions[i] = Families.question(family).toByteArray();
        }
        var authorised = ClientInterceptors.intercept(channel, new Renewed(token));
        return new Load(i -> ClientCalls.futureUnaryCall(
                authorised.newCall(VERIFY, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS)),
                questions[ThreadLocalRandom.current().nextInt(questions.length)]));
    }

    private String atTheDoor() {
        return tokens.of("admission-officer", "350203");
    }

    private String forEducation() {
        return tokens.atEducation("admission-officer", "350203");
    }

    /** What is measured must be the real answer: eligible, with evidence. Returns its size in bytes. */
    private int sane(Channel channel, String token) {
        var answer = AdmissionServiceGrpc.newBlockingStub(channel)
                .withInterceptors(new Renewed(() -> token))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .verifyEligibility(Families.question(0));
        if (answer.getDecision().getOutcome() != Outcome.OUTCOME_ELIGIBLE) {
            throw new IllegalStateException("the family of the benchmark is not eligible: " + answer.getDecision());
        }
        return answer.getSerializedSize();
    }

    /** The bare server as its own process, with as many rows as there are children, each as large as an answer about one. */
    private static final class BareProcess implements AutoCloseable {
        private final Process process;
        private final io.grpc.ManagedChannel channel;
        private final int rows;

        BareProcess(Bed bed, int rows, int rowBytes) throws Exception {
            this.rows = rows;
            fill(bed, rows, rowBytes);
            int port;
            try (var free = new java.net.ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var builder = new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BareServer.class.getName(),
                    Integer.toString(port),
                    bed.educationUrl(),
                    "postgres");
            builder.environment().put("BENCH_PASSWORD", bed.password());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            channel = io.grpc.netty.NettyChannelBuilder.forAddress("127.0.0.1", port)
                    .usePlaintext()
                    .directExecutor()
                    .build();
            call(new byte[16]).get();
        }

        /** In the row itself and not compressed: a limit must not pay for what it does not show. */
        private static void fill(Bed bed, int rows, int rowBytes) throws SQLException {
            try (var connection = bed.education().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS bench_bare");
                statement.execute(
                        "CREATE TABLE bench_bare (id bytea PRIMARY KEY, payload bytea STORAGE EXTERNAL NOT NULL)"
                                + " WITH (toast_tuple_target = 8160)");
                statement.execute("INSERT INTO bench_bare SELECT int4send(n), decode(repeat('ab', " + rowBytes
                        + "), 'hex') FROM generate_series(0, " + (rows - 1) + ") AS n");
                statement.execute("ANALYZE bench_bare");
            }
        }

        Load load() {
            return new Load(i -> call(java.nio.ByteBuffer.allocate(4)
                    .putInt(ThreadLocalRandom.current().nextInt(rows))
                    .array()));
        }

        private ListenableFuture<byte[]> call(byte[] id) {
            return ClientCalls.futureUnaryCall(
                    channel.newCall(
                            BareServer.SELECT,
                            CallOptions.DEFAULT
                                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                                    .withWaitForReady()),
                    id);
        }

        @Override
        public void close() {
            channel.shutdownNow();
            process.destroy();
        }
    }
}
