package onepermit.exchange.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import onepermit.education.v1.LeaveRequest;
import onepermit.education.v1.LeaveResponse;
import onepermit.exchange.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLogTest {
    private static final Message REQUEST =
            LeaveRequest.newBuilder().setTo("2025-07-01").build();
    private static final Message OTHER =
            LeaveRequest.newBuilder().setTo("2025-07-02").build();

    private final HikariDataSource dataSource =
            TestInfrastructure.database().migrated("classpath:db/exchange").dataSource(4);
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final AtomicReference<String> caller = new AtomicReference<>("officer-1");
    private final AtomicInteger done = new AtomicInteger();

    @AfterAll
    void close() {
        dataSource.close();
    }

    @Test
    void a_repeat_gets_the_first_answer_and_changes_nothing() {
        String id = UUID.randomUUID().toString();

        int before = done.get();

        LeaveResponse first = once(id, REQUEST);
        LeaveResponse second = once(id, REQUEST);

        assertThat(second).isEqualTo(first);
        assertThat(done).hasValue(before + 1);
    }

    @Test
    void the_same_id_for_another_request_is_refused() {
        String id = UUID.randomUUID().toString();
        once(id, REQUEST);

        RefusalException refused = catchThrowableOfType(RefusalException.class, () -> once(id, OTHER));

        assertThat(refused.refusal().reason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void the_same_id_of_another_caller_is_another_request() {
        String id = UUID.randomUUID().toString();
        once(id, REQUEST);
        caller.set("officer-2");

        once(id, REQUEST);

        caller.set("officer-1");
        assertThat(done.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_change_that_fails_leaves_its_id_free() {
        String id = UUID.randomUUID().toString();
        assertThatThrownBy(() -> transaction.execute(
                        status -> log(Clock.systemUTC()).once(id, "m", REQUEST, LeaveResponse.parser(), () -> {
                            throw new IllegalStateException("broken");
                        })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once(id, REQUEST)).isNotNull();
    }

    @Test
    void results_are_removed_after_seven_days() {
        String id = UUID.randomUUID().toString();
        once(id, REQUEST);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));

        assertThat(log(Clock.systemUTC()).removeExpired()).isZero();
        assertThat(log(later).removeExpired()).isPositive();
    }

    private LeaveResponse once(String id, Message request) {
        return Objects.requireNonNull(transaction.execute(status -> log(Clock.systemUTC())
                .once(
                        id,
                        "m",
                        request,
                        LeaveResponse.parser(),
                        () -> LeaveResponse.newBuilder()
                                .setEtag("v" + done.incrementAndGet())
                                .build())));
    }

    private RequestLog log(Clock clock) {
        return new RequestLog(database, clock, () -> Objects.requireNonNull(caller.get()));
    }
}
