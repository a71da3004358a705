package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Histories;
import onepermit.exchange.testing.History;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.testing.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many writers on few persons, transactions that commit out of the order of their seqs, and a long transaction in another database.
 * A reader by "seq greater than the last" runs along on a copy: it must lose rows here, or the load would prove nothing.
 */
class OrderTest {
    private static final int WRITERS = 6;
    private static final Duration LOAD = Duration.ofSeconds(6);
    private static final long SEED = 20160101;

    private final List<PersonKey> persons =
            java.util.stream.Stream.generate(new People(SEED)::next).limit(12).toList();
    private final History history = new History();

    @Test
    void nothing_is_lost_or_inverted_where_a_reader_by_the_last_seq_loses_rows() throws Exception {
        String prefix = TestInfrastructure.topicPrefix();
        TestDatabase database = TestInfrastructure.database();
        TestDatabase stranger = TestInfrastructure.database();
        try (ConfigurableApplicationContext service = RoadService.start(
                        "permit",
                        database,
                        Map.of(
                                "onepermit.kafka.bootstrap-servers",
                                TestInfrastructure.kafka(),
                                "onepermit.kafka.prefix",
                                prefix,
                                "onepermit.relay.batch",
                                "50",
                                "spring.datasource.hikari.maximum-pool-size",
                                "20"));
                LongTransaction elsewhere = LongTransaction.in(stranger)) {
            JdbcTemplate jdbc = service.getBean(JdbcTemplate.class);
            copyOutbox(jdbc);

            Naive naive = load(service, jdbc);

            Await.until("the outbox is drained", () -> new Owner(service).outboxRows() == 0);
            try (TopicReader reader = new TopicReader(TestInfrastructure.kafka(), prefix + "hukou.place.g1", 4)) {
                Histories.saw(history, reader.readToEnd());
            }
            assertThat(history.violations()).as("seed %s", SEED).isEmpty();
            assertThat(naive.missed(jdbc)).as("rows the naive reader lost").isPositive();
            assertThat(elsewhere.open()).isTrue();
        }
    }

    private Naive load(ConfigurableApplicationContext service, JdbcTemplate jdbc) throws Exception {
        long end = System.nanoTime() + LOAD.toNanos();
        Naive naive = new Naive(jdbc);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(new Writer(writer, service, end)));
            }
            while (System.nanoTime() < end) {
                naive.poll();
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        naive.poll();
        return naive;
    }

    private static void copyOutbox(JdbcTemplate jdbc) {
        jdbc.execute("""
                CREATE TABLE outbox_copy (seq bigint PRIMARY KEY);
                CREATE TABLE business (writer int PRIMARY KEY, at timestamptz);
                CREATE FUNCTION copy_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN INSERT INTO outbox_copy VALUES (NEW.seq); RETURN NULL; END $$;
                CREATE TRIGGER copy_outbox AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION copy_outbox()""");
    }

    /** Writes another row first, so that its transaction id is older than its seqs, and commits after a moment. */
    private final class Writer implements Callable<Integer> {
        private final int number;
        private final Facts facts;
        private final TransactionTemplate transaction;
        private final JdbcTemplate jdbc;
        private final long end;
        private final Random random;

        Writer(int number, ConfigurableApplicationContext service, long end) {
            this.number = number;
            this.facts = service.getBean(Facts.class);
            this.transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
            this.jdbc = service.getBean(JdbcTemplate.class);
            this.end = end;
            this.random = new Random(SEED + number);
        }

        @Override
        public Integer call() {
            int written = 0;
            while (System.nanoTime() < end) {
                write(number + "-" + written++);
            }
            return written;
        }

        private void write(String name) {
            List<History.Change> changes = new ArrayList<>();
            List<FactChange> published = new ArrayList<>();
            for (PersonKey person : some()) {
                String content = name + "-" + changes.size();
                changes.add(new History.Change(person.hex(), content));
                published.add(Owner.hukou(person, content));
            }
            boolean fails = random.nextInt(10) == 0;
            transaction.executeWithoutResult(status -> {
                jdbc.update(
                        "INSERT INTO business VALUES (?, now()) ON CONFLICT (writer) DO UPDATE SET at = now()", number);
                facts.publish(published);
                LockSupport.parkNanos(random.nextInt(4_000_000));
                if (fails) {
                    status.setRollbackOnly();
                }
            });
            history.attempted(fails ? History.Outcome.FAILED : History.Outcome.COMMITTED, changes);
        }

        private Set<PersonKey> some() {
            Set<PersonKey> some = new HashSet<>();
            int count = 1 + random.nextInt(3);
            while (some.size() < count) {
                some.add(persons.get(random.nextInt(persons.size())));
            }
            return some;
        }
    }

    /** What not to do. */
    private static final class Naive {
        private final JdbcTemplate jdbc;
        private final Set<Long> read = new HashSet<>();
        private long last;

        Naive(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        void poll() {
            for (Long seq :
                    jdbc.queryForList("SELECT seq FROM outbox_copy WHERE seq > ? ORDER BY seq", Long.class, last)) {
                read.add(seq);
                last = seq;
            }
        }

        long missed(JdbcTemplate copy) {
            return copy.queryForList("SELECT seq FROM outbox_copy", Long.class).stream()
                    .filter(seq -> !read.contains(seq))
                    .count();
        }
    }

    /** A stranger on the same cluster who writes and does not commit. */
    private record LongTransaction(Connection connection) implements AutoCloseable {
        static LongTransaction in(TestDatabase database) throws Exception {
            Connection connection =
                    java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE somebody (n int)");
            }
            return new LongTransaction(connection);
        }

        boolean open() throws java.sql.SQLException {
            return !connection.isClosed();
        }

        @Override
        public void close() throws java.sql.SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
