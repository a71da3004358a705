package onepermit.bench;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import onepermit.local.service.BootService;

/** The main question at education-service as it is, beside a second instance of it whose ledger records nothing, in turns. */
final class LedgerRatio {
    private static final String MAIN = "onepermit.education.EducationServiceApplication";
    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 5;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration START = Duration.ofMinutes(3);
    private final Bed bed;
    private final Verify verify;

    LedgerRatio(Bed bed, Verify verify) {
        this.bed = bed;
        this.verify = verify;
    }

    Figure measure(int families) throws Exception {
        var rates = new double[ROUNDS];
        var limits = new double[ROUNDS];
        var recording = bed.educationService();
        try (var without = new Unrecorded(bed)) {
            var loads =
                    new Load[] {verify.atEducation(recording, families), verify.atEducation(without.channel, families)};
            Verify.warm("education-service", loads[0], Verify.IN_FLIGHT);
            Verify.warm("without a ledger", loads[1], Verify.IN_FLIGHT);
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = rate(loads[0]);
                limits[round] = rate(loads[1]);
                Progress.say("round %d: %,.0f calls/s, without a ledger %,.0f", round + 1, rates[round], limits[round]);
            }
        } finally {
            recording.shutdownNow();
        }
        return new Figure(
                "ledger_ratio",
                "calls/s",
                rates,
                limits,
                "the limit is the same service whose ledger records nothing; the bar is a ratio of 0.8");
    }

    private static double rate(Load load) {
        var outcome = load.closed(IN_FLIGHT, TIME);
        Verify.requireNoFailures(outcome);
        return outcome.rate();
    }

    /** Another instance of education-service with {@link NoLedger} before it on the class path. */
    private static final class Unrecorded implements AutoCloseable {
        private final ProcessHandle process;
        private final ManagedChannel channel;

        Unrecorded(Bed bed) throws IOException, URISyntaxException {
            int http = free();
            int grpc = free();
            BootService service = bed.education(http);
            process = service.beside(
                    Map.of(
                            "SERVER_PORT",
                            Integer.toString(http),
                            "SPRING_GRPC_SERVER_PORT",
                            Integer.toString(grpc),
                            "ONEPERMIT_RELAY_ENABLED",
                            "false",
                            "ONEPERMIT_REPLICA_ENABLED",
                            "false"),
                    Path.of(NoLedger.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    MAIN);
            channel = bed.educationServiceAt(grpc);
            long end = System.nanoTime() + START.toNanos();
            while (!service.isReady()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IllegalStateException(
                            "the instance without a ledger does not start: see " + service.log());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }

        private static int free() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() {
            channel.shutdownNow();
            process.destroyForcibly();
        }
    }
}
