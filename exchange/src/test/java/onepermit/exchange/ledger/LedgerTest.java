package onepermit.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.zaxxer.hikari.HikariDataSource;
import io.grpc.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.LedgerLeaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2025-08-31T08:00:00.5Z");
    private final People people = new People(7);
    private HikariDataSource dataSource;
    private JdbcTemplate jdbc;
    private GroupCommit ledger;

    @BeforeEach
    void open() {
        dataSource =
                TestInfrastructure.database().migrated("classpath:db/exchange").dataSource(6);
        jdbc = new JdbcTemplate(dataSource);
        ledger = ledger(100);
    }

    @AfterEach
    void close() {
        ledger.close();
        dataSource.close();
    }

    @Test
    void a_look_is_stored_as_a_leaf_before_it_returns() throws InvalidProtocolBufferException {
        PersonKey child = people.next();
        PersonKey guardian = people.next();

        Receipt receipt = ledger.append(Looks.at(child, guardian).answered(new byte[] {1, 2, 3}));

        Map<String, Object> row = jdbc.queryForMap("SELECT * FROM ledger_leaf WHERE index = ?", receipt.index());
        byte[] bytes = (byte[]) Objects.requireNonNull(row.get("leaf"));
        assertThat(receipt.origin()).isEqualTo("onepermit/education");
        assertThat(receipt.leafHash()).isEqualTo(row.get("leaf_hash")).isEqualTo(sha256(new byte[] {0}, bytes));
        LedgerLeaf leaf = LedgerLeaf.parseFrom(bytes);
        assertThat(leaf.getOfficer()).isEqualTo("officer-1");
        assertThat(leaf.getCaseRef()).isEqualTo("SM-2025-1");
        assertThat(leaf.getMethod()).endsWith("AdmissionService/VerifyEligibility");
        assertThat(leaf.getDatasetsList()).containsExactly("residence.registration", "si.months");
        assertThat(leaf.getAnswerHash().toByteArray()).containsExactly(1, 2, 3);
        assertThat(leaf.getTime().getSeconds()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void a_leaf_holds_a_person_only_under_a_salt_that_can_be_destroyed() throws InvalidProtocolBufferException {
        PersonKey person = people.next();
        Receipt first = ledger.append(Looks.at(person));
        Receipt second = ledger.append(Looks.at(person));

        byte[] salt = one(
                byte[].class,
                "SELECT salt FROM ledger_salt WHERE person = ? AND index = ?",
                person.bytes(),
                first.index());
        assertThat(leaf(first).getPersons(0).toByteArray()).isEqualTo(sha256(salt, person.bytes()));
        assertThat(leaf(first).getPersons(0)).isNotEqualTo(leaf(second).getPersons(0));
        assertThat(jdbc.update("DELETE FROM ledger_salt WHERE person = ?", person.bytes()))
                .isEqualTo(2);
    }

    @Test
    void a_leaf_of_as_many_persons_as_are_taken_fits_into_an_entry_bundle() {
        PersonKey[] most =
                Stream.generate(people::next).limit(Ledger.MOST_PERSONS).toArray(PersonKey[]::new);

        Receipt receipt = ledger.append(Looks.at(most));

        assertThat(one(Integer.class, "SELECT length(leaf) FROM ledger_leaf WHERE index = ?", receipt.index()))
                .isBetween(34 * Ledger.MOST_PERSONS, 65_535 - 1_000);
        PersonKey[] more = Arrays.copyOf(most, most.length + 1);
        more[most.length] = people.next();
        assertThatThrownBy(() -> ledger.append(Looks.at(more)))
                .hasMessageContainingAll("LOOK_TOO_LARGE", "at most 1800 persons, this one about 1801");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nobody_changes_or_removes_a_leaf() {
        ledger.append(Looks.at(people.next()));

        for (String attempt : List.of(
                "UPDATE ledger_leaf SET leaf = ''", "DELETE FROM ledger_leaf", "TRUNCATE ledger_leaf CASCADE")) {
            assertThatThrownBy(() -> jdbc.execute(attempt)).hasMessageContaining("append-only");
        }
    }

    @Test
    void many_at_once_get_indexes_without_holes_and_each_its_own() throws Exception {
        List<Long> indexes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                Look look = Looks.at(people.next());
                receipts.add(threads.submit(() -> ledger.append(look)));
            }
            for (Future<Receipt> receipt : receipts) {
                indexes.add(receipt.get().index());
            }
        }

        assertThat(indexes)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 90).boxed().toList());
        assertThat(count()).isEqualTo(90);
    }

    @Test
    void two_instances_of_a_service_share_one_ledger() {
        try (GroupCommit other = ledger(100)) {
            List<Long> indexes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                indexes.add((i % 2 == 0 ? ledger : other)
                        .append(Looks.at(people.next()))
                        .index());
            }

            assertThat(indexes).isSorted().doesNotHaveDuplicates().last().isEqualTo(19L);
        }
    }

    @Test
    void a_connection_that_breaks_fails_who_waits_and_is_made_anew() {
        ledger.append(Looks.at(people.next()));
        jdbc.queryForList("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()""");

        assertThatThrownBy(() -> ledger.append(Looks.at(people.next()))).hasMessageContaining("LEDGER_UNAVAILABLE");
        assertThat(ledger.append(Looks.at(people.next())).index()).isEqualTo(1);
    }

    @Test
    void a_row_that_the_database_refuses_fails_alone() throws Exception {
        Attachment divides = rows -> List.of(Statement.of("SELECT 1 / 0"));
        try (Connection held = holdHead();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> good = new ArrayList<>();
            good.add(threads.submit(() -> ledger.append(Looks.at(people.next()))));
            awaitBlocked();
            good.add(threads.submit(() -> ledger.append(Looks.at(people.next()))));
            Future<Receipt> bad =
                    threads.submit(() -> ledger.append(Looks.at(people.next()), Optional.of(() -> divides)));
            good.add(threads.submit(() -> ledger.append(Looks.at(people.next()))));
            Await.until("three wait behind the first", () -> ledger.waiting() == 3);
            held.rollback();

            assertThatThrownBy(bad::get)
                    .hasRootCauseMessage(
                            "LEDGER_UNAVAILABLE: the look cannot be recorded, so" + " there is no answer; try again");
            for (Future<Receipt> receipt : good) {
                assertThat(receipt.get().index()).isBetween(0L, 2L);
            }
        }
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void more_than_can_wait_are_refused_at_once() throws Exception {
        ledger.close();
        ledger = ledger(2);
        try (Connection held = holdHead();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> ledger.append(Looks.at(people.next())));
            awaitBlocked();
            threads.submit(() -> ledger.append(Looks.at(people.next())));
            threads.submit(() -> ledger.append(Looks.at(people.next())));
            Await.until("the queue is full", () -> ledger.waiting() == 2);

            assertThatThrownBy(() -> ledger.append(Looks.at(people.next()))).hasMessageContaining("LEDGER_FULL");
            held.rollback();
        }
    }

    @Test
    void nobody_waits_beyond_the_deadline_of_its_call() throws Exception {
        try (Connection held = holdHead();
                Context.CancellableContext call = Context.current()
                        .withDeadlineAfter(
                                50,
                                java.util.concurrent.TimeUnit.MILLISECONDS,
                                Executors.newSingleThreadScheduledExecutor())) {
            long began = System.nanoTime();

            assertThatThrownBy(() -> call.call(() -> ledger.append(Looks.at(people.next()))))
                    .hasMessageContaining("LEDGER_UNAVAILABLE");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            held.rollback();
        }
    }

    @Test
    void after_closing_there_is_no_answer() {
        ledger.close();

        assertThatThrownBy(() -> ledger.append(Looks.at(people.next()))).hasMessageContaining("LEDGER_UNAVAILABLE");
    }

    /** Another instance in the middle of its commit. */
    private Connection holdHead() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("SELECT 1 FROM ledger_head FOR UPDATE")) {
            lock.execute();
        }
        return connection;
    }

    private void awaitBlocked() {
        Await.until(
                "the writer waits for the head",
                () -> one(
                                Long.class,
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                        == 1);
    }

    private GroupCommit ledger(int waitingAtMost) {
        return new GroupCommit(
                "education", dataSource, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry(), waitingAtMost);
    }

    private LedgerLeaf leaf(Receipt receipt) throws InvalidProtocolBufferException {
        return LedgerLeaf.parseFrom(one(byte[].class, "SELECT leaf FROM ledger_leaf WHERE index = ?", receipt.index()));
    }

    private long count() {
        return one(Long.class, "SELECT count(*) FROM ledger_leaf");
    }

    private <T> T one(Class<T> type, String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
