package onepermit.bench;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PayloadCheck;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.ResidenceFact;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The road from an owner's commit to a reader's committed replica. Facts are committed in public security's database with the product's
 * own publication; its running service relays them, education's running service reads them.
 */
final class Pipeline {
    private static final int BATCH = 500;
    private static final int ROUNDS = 3;
    private static final int FACTS = 100_000;
    private static final int STEADY = 1_000;
    private static final Duration STEADY_TIME = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int WARM_UP_STEPS = 18;
    private static final int STEPS_WITHOUT_FALL = 4;
    private static final double FALLING = 0.9;
    private static final int WRITERS = 4;
    private static final int LOOKED_FOR = 400;
    private static final String DATASET = "residence.registration";
    private final Bed bed;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private int next;

    Pipeline(Bed bed) {
        this.bed = bed;
        var jdbc = new JdbcTemplate(bed.permit());
        facts = new Facts(
                jdbc, new PayloadCheck(CatalogueFile.shipped("onepermit."), new Department("permit")), () -> {});
        transactions = new TransactionTemplate(new DataSourceTransactionManager(bed.permit()));
    }

    Figure rate() throws Exception {
        var own = new double[ROUNDS];
        var bare = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            own[round] = ownRate();
            bare[round] = bareRate();
            Progress.say("bare road: %,.0f facts/s", bare[round]);
        }
        return new Figure("pipeline_rate", "facts/s", own, bare, FACTS + " facts, " + BATCH + " a transaction");
    }

    private double ownRate() throws SQLException {
        long before = replicated();
        long start = System.nanoTime();
        for (int sent = 0; sent < FACTS; sent += BATCH) {
            commit(next, BATCH);
            next += BATCH;
        }
        double committed = FACTS / ((System.nanoTime() - start) / 1e9);
        while (replicated() < before + FACTS) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        double rate = FACTS / ((System.nanoTime() - start) / 1e9);
        Progress.say("road: %,.0f facts/s (committed at %,.0f)", rate, committed);
        return rate;
    }

    private double bareRate() throws Exception {
        try (var road = new BareRoad(bed)) {
            long start = System.nanoTime();
            for (int i = 0; i < FACTS; i++) {
                var person = person(i);
                road.send(person.bytes(), fact(i).toByteArray());
            }
            road.flush();
            while (road.applied() < FACTS) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            return FACTS / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** 1,000 facts a second, each its own transaction; seen by polling the replica from outside. */
    Figure latency() throws Exception {
        var own = new double[ROUNDS];
        var bare = new double[ROUNDS];
        var median = new double[ROUNDS];
        warm();
        for (int round = 0; round < ROUNDS; round++) {
            var histogram = steady(STEADY_TIME);
            own[round] = histogram.getValueAtPercentile(99) / 1000.0;
            Progress.say("road at 1,000 facts/s: p99 %.1f ms", own[round]);
            median[round] = histogram.getValueAtPercentile(50) / 1000.0;
            bare[round] = bareSteady().getValueAtPercentile(99) / 1000.0;
        }
        String note = "p50 %.1f ms at 1,000 facts/s".formatted(Figure.median(median));
        return new Figure("pipeline_p99", "ms", own, bare, note);
    }

    /** Until the latency falls no further: owner's and reader's compilers share the two cores with what they compile. */
    private void warm() throws SQLException, InterruptedException {
        double best = Double.MAX_VALUE;
        int fellAt = 0;
        for (int step = 0; step < WARM_UP_STEPS && step - fellAt < STEPS_WITHOUT_FALL; step++) {
            double p99 = steady(WARM_UP).getValueAtPercentile(99) / 1000.0;
            Progress.say("warming up, road at 1,000 facts/s: p99 %.1f ms", p99);
            if (p99 < best * FALLING) {
                best = p99;
                fellAt = step;
            }
        }
    }

    /** Several writers, each with its own share of the schedule, for one alone waits for its own commits. */
    private Histogram steady(Duration time) throws SQLException, InterruptedException {
        int total = (int) (STEADY * time.toSeconds());
        int first = next;
        next += total;
        var committed = new AtomicLongArray(total);
        var writers = new ArrayList<Thread>();
        for (int w = 0; w < WRITERS; w++) {
            int own = w;
            writers.add(Thread.ofPlatform()
                    .start(() -> paced(total / WRITERS, STEADY / WRITERS, i -> {
                        int at = i * WRITERS + own;
                        commit(first + at, 1);
                        committed.set(at, System.nanoTime());
                    })));
        }
        var histogram = arrivals(first, committed);
        for (var writer : writers) {
            writer.join();
        }
        return histogram;
    }

    private interface Step {
        void at(int i);
    }

    private static void paced(int total, int perSecond, Step step) {
        long start = System.nanoTime();
        for (int i = 0; i < total; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            step.at(i);
        }
    }

    /** Asks again and again which of those under way have come; one came between two looks, and counts as of the later. */
    private Histogram arrivals(int first, AtomicLongArray committed) throws SQLException {
        var histogram = new Histogram(3);
        try (var connection = bed.education().getConnection();
                var query = connection.prepareStatement(
                        "SELECT person FROM replica WHERE person = ANY (?) AND fact_id = 'residence'")) {
            Map<PersonKey, Integer> underWay = new LinkedHashMap<>();
            for (int i = 0; i < committed.length() || !underWay.isEmpty(); ) {
                for (; i < committed.length() && underWay.size() < LOOKED_FOR; i++) {
                    underWay.put(person(first + i), i);
                }
                var keys = underWay.keySet().stream().map(PersonKey::bytes).toArray(byte[][]::new);
                query.setArray(1, connection.createArrayOf("bytea", keys));
                try (var came = query.executeQuery()) {
                    long now = System.nanoTime();
                    while (came.next()) {
                        int at = Objects.requireNonNull(underWay.remove(PersonKey.of(came.getBytes(1))));
                        histogram.recordValue(Math.max(1, (now - awaited(committed, at)) / 1000));
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
        return histogram;
    }

    /** The replica may be seen before the writer has looked at its clock. */
    private static long awaited(AtomicLongArray committed, int at) {
        while (committed.get(at) == 0) {
            Thread.onSpinWait();
        }
        return committed.get(at);
    }

    private Histogram bareSteady() throws Exception {
        int total = (int) (STEADY * STEADY_TIME.toSeconds());
        var histogram = new Histogram(3);
        try (var road = new BareRoad(bed)) {
            var sent = new long[total];
            var writer = Thread.ofPlatform()
                    .start(() -> paced(total, STEADY, i -> {
                        sent[i] = System.nanoTime();
                        road.send(person(i).bytes(), fact(i).toByteArray());
                    }));
            for (int seen = 0; seen < total; ) {
                long came = road.applied();
                long now = System.nanoTime();
                for (; seen < came; seen++) {
                    histogram.recordValue(Math.max(1, (now - sent[seen]) / 1000));
                }
                LockSupport.parkNanos(200_000);
            }
            writer.join();
        }
        return histogram;
    }

    private void commit(int first, int facts) {
        List<FactChange> changes = new ArrayList<>(facts);
        for (int number = first; number < first + facts; number++) {
            changes.add(new FactChange(
                    DATASET, person(number), "residence", "onepermit.residence.ResidenceRegistered.v1", fact(number)));
        }
        transactions.executeWithoutResult(status -> this.facts.publish(changes));
    }

    /** Persons of nobody: their key version is 0x7f, which no citizen's has. */
    static PersonKey person(int number) {
        var bytes = new byte[PersonKey.LENGTH];
        bytes[0] = 0x7f;
        ByteBuffer.wrap(bytes, 1, 16).putInt(number * 0x9E3779B1).putInt(number);
        return PersonKey.of(bytes);
    }

    private static ResidenceFact fact(int number) {
        return ResidenceFact.newBuilder()
                .addPeriods(AddressPeriod.newBuilder()
                        .setDivision("350203")
                        .setKind(1)
                        .setFrom(20200101 + number % 28))
                .build();
    }

    /** Facts applied, as the reader counts them in the commit of the facts themselves. */
    private long replicated() throws SQLException {
        try (var connection = bed.education().getConnection();
                var query = connection.prepareStatement("""
                        SELECT sum(applied) FROM replica_offset JOIN replica_slot USING (slot)
                        WHERE dataset = '%s' AND state = 'ACTIVE'""".formatted(DATASET))) {
            return count(query);
        }
    }

    private static long count(java.sql.PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
