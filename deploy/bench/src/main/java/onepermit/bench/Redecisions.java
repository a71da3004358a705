package onepermit.bench;

import io.grpc.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PayloadCheck;
import onepermit.social.v1.ContributionYearFact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the counter is disturbed: the 99th percentile of the main question at half its rate, while a month is posted for the whole city and a thousand
 * open applications are decided again, and without that.
 */
final class Redecisions {
    private static final int IN_FLIGHT = 64;
    private static final int ROUNDS = 3;
    private static final int CASES = 1_000;
    private static final int BATCH = 500;
    private static final int ALL_YEAR = 0xFFF;
    private static final int UNCHANGED = -1;
    private static final double OPEN_SHARE = 0.5;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final String ROUND = "350203-2025";
    private static final String DATASETS =
            "{employment.current,fp.flag,hukou.kinship,immunisation.assessment,residence.registration,si.months}";
    private static final String OPEN_ROUND = """
            INSERT INTO admission_round (id, year, division, mode, tie_break, publication_days, most_preferences, source, unverified,
            opens, closes, closed, seed, next_number, version)
            VALUES ('%1$s', 2025, '350203', 'POINTS', '{LOTTERY}', 5, 5, '示例', '{}', '2025-07-01', '2025-08-31', false,
            repeat('5e', 32), 1, 1) ON CONFLICT DO NOTHING""".formatted(ROUND);
    private static final String APPLICATION = """
            INSERT INTO school_application (number, round, school_year, child, born, guardians, guardian_sexes, preferences, filed_on,
            withdrawn, version) VALUES (?, '%1$s', 2025, ?, ?, ?, '{MALE,FEMALE}', '{X0}', '2025-07-01', false, 2)""".formatted(ROUND);
    private static final String VERIFICATION = """
            INSERT INTO application_verification (number, seq, decision_id, outcome, points, point_scale, criteria, criterion_points,
            insurance_months, residence_months, labels) VALUES (?, 1, ?, 'OUTCOME_ELIGIBLE', 0, 0, '{}', '{}', 0, 0, '{}')""";
    private static final String WATCHED = """
            WITH c AS (INSERT INTO watched_case (kind, case_id, decision, persons, datasets, basis, settled)
                VALUES ('admission', ?, ?, ?, '%s', '', true) RETURNING no, persons)
            INSERT INTO watched_person (person, no) SELECT p, no FROM c, unnest(c.persons) AS p""".formatted(DATASETS);

    private final Bed bed;
    private final Tokens tokens;
    private final Verify verify;
    private final PersonKeys persons;
    private final Facts facts;
    private final TransactionTemplate social;
    private int cases;

    Redecisions(Bed bed, Tokens tokens, Verify verify) {
        this.bed = bed;
        this.tokens = tokens;
        this.verify = verify;
        this.persons = bed.personKeys();
        this.facts = new Facts(
                new JdbcTemplate(bed.social()),
                new PayloadCheck(CatalogueFile.shipped("onepermit."), new Department("social")),
                () -> {});
        this.social = new TransactionTemplate(new DataSourceTransactionManager(bed.social()));
    }

    Figure measure(int families) throws Exception {
        var education = bed.educationService();
        var beside = new double[ROUNDS];
        var alone = new double[ROUNDS];
        var revised = new double[ROUNDS];
        try {
            var load = verify.atEducation(education, families);
            Verify.warm("education-service", load, Verify.IN_FLIGHT);
            var closed = load.closed(IN_FLIGHT, TIME);
            Verify.requireNoFailures(closed);
            posting(families, UNCHANGED).join();
            for (int round = 0; round < ROUNDS; round++) {
                open(education);
                alone[round] = p99(load, closed.rate());
                long before = revisions();
                var posting = posting(families, round);
                beside[round] = p99(load, closed.rate());
                posting.join();
                drained();
                revised[round] = revisions() - before;
                Progress.say(
                        "round %d: p99 %.1f ms, %.1f ms beside the posting; %,.0f decided again",
                        round + 1, alone[round], beside[round], revised[round]);
            }
        } finally {
            education.shutdownNow();
        }
        String note = "%,d facts posted, %,.0f of %,d open cases decided anew; limit = the same without"
                .formatted(families, Figure.median(revised), CASES);
        return new Figure("redecision", "ms", beside, alone, note);
    }

    private static double p99(Load load, double rate) {
        var outcome = load.open(rate * OPEN_SHARE, TIME);
        Verify.requireNoFailures(outcome);
        return outcome.p99Millis();
    }

    /** Applications of families that were asked about just now, each with the decision it was answered. */
    private void open(Channel education) throws SQLException {
        var stub = AdmissionServiceGrpc.newBlockingStub(education)
                .withInterceptors(new Renewed(() -> tokens.atEducation("admission-officer", "350203")));
        try (var connection = bed.education().getConnection();
                var statement = connection.createStatement();
                var application = connection.prepareStatement(APPLICATION);
                var verification = connection.prepareStatement(VERIFICATION);
                var watched = connection.prepareStatement(WATCHED)) {
            statement.execute(OPEN_ROUND);
            for (int i = 0; i < CASES; i++) {
                int family = cases++;
                String decision = stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                        .verifyEligibility(Families.question(family))
                        .getDecision()
                        .getId();
                open(connection, family, decision, application, verification, watched);
            }
            statement.execute("ANALYZE watched_case, watched_person, school_application, application_verification");
        }
    }

    private void open(
            Connection connection,
            int family,
            String decision,
            PreparedStatement application,
            PreparedStatement verification,
            PreparedStatement watched)
            throws SQLException {
        String number = "%s-%06d".formatted(ROUND, family + 1);
        byte[] child = persons.of(Families.child(family)).bytes();
        byte[] father = persons.of(Families.father(family)).bytes();
        byte[] mother = persons.of(Families.mother(family)).bytes();
        application.setString(1, number);
        application.setBytes(2, child);
        application.setObject(3, Families.child(family).birthDate());
        application.setArray(4, connection.createArrayOf("bytea", new byte[][] {father, mother}));
        application.execute();
        verification.setString(1, number);
        verification.setString(2, decision);
        verification.execute();
        watched.setString(1, number);
        watched.setString(2, decision);
        watched.setArray(3, connection.createArrayOf("bytea", new byte[][] {child, father, mother}));
        watched.execute();
    }

    /**
     * A month for every father of the city; which months are paid differs from round to round, so that values change. The copies were put in as of
     * version 1, which the owner's first facts have too and which changes nothing.
     */
    private Thread posting(int families, int round) {
        return Thread.ofPlatform().start(() -> {
            for (int from = 0; from < families; from += BATCH) {
                List<FactChange> changes = new ArrayList<>();
                IntStream.range(from, Math.min(families, from + BATCH))
                        .forEach(family -> changes.add(posted(family, round)));
                social.executeWithoutResult(status -> {
                    facts.lockPersons(changes.stream().map(FactChange::person).toList());
                    facts.publish(changes);
                });
            }
        });
    }

    private FactChange posted(int family, int round) {
        var fact = ContributionYearFact.newBuilder()
                .setPlace("350200")
                .setKind(1)
                .setYear(2024)
                .setPaid(round == UNCHANGED ? ALL_YEAR : ALL_YEAR & ~(1 << round))
                .build();
        return new FactChange(
                "si.months",
                persons.of(Families.father(family)),
                "350200/1/2024",
                "onepermit.contribution.ContributionPosted.v1",
                fact);
    }

    private void drained() throws SQLException {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (count(
                        "SELECT (SELECT count(*) FROM changed_case) + (SELECT count(*) FROM watched_case WHERE pending_since IS NOT NULL)")
                > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("cases wait to be decided again after " + DRAIN);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private long revisions() throws SQLException {
        return count("SELECT count(*) FROM decision_revision");
    }

    private long count(String sql) throws SQLException {
        try (var connection = bed.education().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
