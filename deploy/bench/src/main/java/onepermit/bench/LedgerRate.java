package onepermit.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.GroupCommit;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** Durable leaves a second through the product's own ledger, beside a bare insert of as many bytes, 256 rows a commit. */
final class LedgerRate {
    private static final int ROUNDS = 3;
    private static final int LOOKERS = 512;
    private static final int BATCH = 256;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(6);
    private final Bed bed;

    LedgerRate(Bed bed) {
        this.bed = bed;
    }

    Figure measure() throws SQLException {
        var rates = new double[ROUNDS];
        var limits = new double[ROUNDS];
        try (var ledger =
                new GroupCommit("education", bed.education(), Clock.systemUTC(), new SimpleMeterRegistry(), LOOKERS)) {
            leaves(ledger, WARM_UP);
            bare(WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = leaves(ledger, TIME);
                limits[round] = bare(TIME);
                Progress.say("round %d: %,.0f leaves/s, bare %,.0f rows/s", round + 1, rates[round], limits[round]);
            }
        }
        return new Figure(
                "ledger_rate",
                "leaves/s",
                rates,
                limits,
                "the bar is 20,000; they are sealed meanwhile by the service");
    }

    private double leaves(GroupCommit ledger, Duration time) {
        var count = new LongAdder();
        var look = look();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var lookers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LOOKERS; i++) {
                lookers.submit(() -> {
                    while (System.nanoTime() < end) {
                        ledger.append(look);
                        count.increment();
                    }
                });
            }
        }
        return count.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private Look look() {
        PersonKey person = bed.personKeys().of(Families.child(0));
        return new Look(
                        new Caller("bench", "admission-officer", "education", new DivisionCode("350203"), "bench"),
                        RequestContext.newBuilder()
                                .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                                .setCaseRef("BENCH")
                                .build(),
                        "onepermit.education.v1.AdmissionService/VerifyEligibility",
                        List.of(person),
                        List.of("residence.registration", "si.months"))
                .answered(new byte[32]);
    }

    /** A leaf, its hash, and its salt with the person's key, in one row and one statement. */
    private double bare(Duration time) throws SQLException {
        try (var connection = bed.education().getConnection();
                var table = connection.createStatement()) {
            table.execute("DROP TABLE IF EXISTS bench_ledger");
            table.execute(
                    "CREATE TABLE bench_ledger (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, leaf bytea NOT NULL)");
            var rows = new byte[BATCH][270];
            long count = 0;
            long start = System.nanoTime();
            try (var insert =
                    connection.prepareStatement("INSERT INTO bench_ledger (leaf) SELECT * FROM unnest(?::bytea[])")) {
                while (System.nanoTime() - start < time.toNanos()) {
                    insert.setArray(1, connection.createArrayOf("bytea", rows));
                    count += insert.executeUpdate();
                }
            }
            return count / ((System.nanoTime() - start) / 1e9);
        }
    }
}
