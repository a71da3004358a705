package onepermit.exchange.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.permit.v1.HukouFact;
import onepermit.permit.v1.PermitFact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTest {
    private static final Message XIAMEN =
            HukouFact.newBuilder().setDivision("350203").build();
    private static final Message WUHAN =
            HukouFact.newBuilder().setDivision("420106").build();

    private final HikariDataSource dataSource =
            TestInfrastructure.database().migrated("classpath:db/exchange").dataSource(4);
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final AtomicInteger woken = new AtomicInteger();
    private final Facts facts = new Facts(
            jdbc, new PayloadCheck(CatalogueFile.shipped("t."), new Department("permit")), woken::incrementAndGet);
    private final People people = new People(1);

    @AfterAll
    void close() {
        dataSource.close();
    }

    @BeforeAll
    void emptyOutbox() {
        assertThat(outbox()).isEmpty();
    }

    @Test
    void a_change_and_its_publication_commit_together() {
        PersonKey person = people.next();

        publish(hukou(person, XIAMEN));

        assertThat(facts.current("hukou.place", person, "hukou")).hasValueSatisfying(row -> {
            assertThat(row.version()).isEqualTo(1);
            assertThat(row.incarnation()).isEqualTo(1);
            assertThat(row.payload()).isEqualTo(XIAMEN.toByteArray());
        });
        assertThat(outboxOf(person)).containsExactly(Map.of("version", 1L, "fact_id", "hukou"));
    }

    @Test
    void a_rolled_back_change_publishes_nothing_and_wakes_nobody() {
        PersonKey person = people.next();
        int before = woken.get();

        transaction.executeWithoutResult(status -> {
            facts.publish(List.of(hukou(person, XIAMEN)));
            status.setRollbackOnly();
        });

        assertThat(facts.current("hukou.place", person, "hukou")).isEmpty();
        assertThat(outboxOf(person)).isEmpty();
        assertThat(woken).hasValue(before);
    }

    @Test
    void the_same_payload_again_publishes_nothing() {
        PersonKey person = people.next();
        publish(hukou(person, XIAMEN));

        publish(hukou(person, XIAMEN));

        assertThat(outboxOf(person)).hasSize(1);
    }

    @Test
    void every_change_raises_the_version_by_one_and_an_erasure_is_a_change() {
        PersonKey person = people.next();

        publish(hukou(person, XIAMEN));
        publish(hukou(person, WUHAN));
        publish(FactChange.erased("hukou.place", person, "hukou", "onepermit.hukou.Erased.v1"));
        publish(hukou(person, XIAMEN));

        assertThat(outboxOf(person)).extracting(row -> row.get("version")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void an_erased_fact_is_not_current() {
        PersonKey person = people.next();
        publish(hukou(person, XIAMEN));

        publish(FactChange.erased("hukou.place", person, "hukou", "onepermit.hukou.Erased.v1"));

        assertThat(facts.current("hukou.place", person, "hukou")).isEmpty();
    }

    @Test
    void erasing_what_never_was_publishes_nothing() {
        PersonKey person = people.next();

        publish(FactChange.erased("hukou.place", person, "hukou", "onepermit.hukou.Erased.v1"));

        assertThat(outboxOf(person)).isEmpty();
    }

    @Test
    void of_two_changes_of_one_fact_in_one_call_the_last_stands() {
        PersonKey person = people.next();

        publish(hukou(person, XIAMEN), hukou(person, WUHAN));

        assertThat(outboxOf(person)).hasSize(1);
        assertThat(facts.current("hukou.place", person, "hukou"))
                .hasValueSatisfying(row -> assertThat(row.payload()).isEqualTo(WUHAN.toByteArray()));
    }

    @Test
    void the_relay_is_woken_once_after_the_commit() {
        int before = woken.get();

        transaction.executeWithoutResult(status -> {
            facts.publish(List.of(hukou(people.next(), XIAMEN)));
            assertThat(woken).hasValue(before);
        });

        assertThat(woken).hasValue(before + 1);
    }

    @Test
    void persons_are_locked_until_the_transaction_ends() {
        PersonKey person = people.next();

        transaction.executeWithoutResult(status -> {
            facts.lockPersons(List.of(person, people.next(), person));
            assertThat(jdbcOutside(
                            "SELECT count(*) FROM (SELECT 1 FROM fact_person WHERE person = ? FOR UPDATE SKIP LOCKED)",
                            person))
                    .isZero();
        });

        assertThat(jdbcOutside(
                        "SELECT count(*) FROM (SELECT 1 FROM fact_person WHERE person = ? FOR UPDATE SKIP LOCKED)",
                        person))
                .isOne();
    }

    @Test
    void nothing_is_published_outside_a_transaction() {
        assertThatThrownBy(() -> facts.publish(List.of(hukou(people.next(), XIAMEN))))
                .hasMessageContaining("inside the owner's transaction");
    }

    @Test
    void what_the_road_cannot_carry_never_enters_the_outbox() {
        PersonKey person = people.next();
        Message huge = HukouFact.newBuilder()
                .setDivision("x".repeat(PayloadCheck.MAX_PAYLOAD_BYTES + 1))
                .build();

        assertThatThrownBy(() -> publish(hukou(person, huge))).hasMessageContaining("hukou.place");
        assertThatThrownBy(() -> publish(hukou(person, PermitFact.getDefaultInstance())))
                .hasMessageContaining("onepermit.permit.v1.HukouFact");
        assertThatThrownBy(() -> publish(FactChange.erased("si.months", person, "x", "t")))
                .hasMessageContaining("belongs to social");
        assertThat(outboxOf(person)).isEmpty();
    }

    private void publish(FactChange... changes) {
        transaction.executeWithoutResult(status -> facts.publish(List.of(changes)));
    }

    private static FactChange hukou(PersonKey person, Message payload) {
        return new FactChange("hukou.place", person, "hukou", "onepermit.hukou.PlaceChanged.v1", payload);
    }

    private List<Map<String, Object>> outbox() {
        return jdbc.queryForList("SELECT version, fact_id FROM outbox ORDER BY seq");
    }

    private List<Map<String, Object>> outboxOf(PersonKey person) {
        return jdbc.queryForList("SELECT version, fact_id FROM outbox WHERE person = ? ORDER BY seq", person.bytes());
    }

    /** Asks on a connection of its own, outside the transaction of the test. */
    private long jdbcOutside(String sql, PersonKey person) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, person.bytes());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
