package onepermit.exchange.redecision;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PayloadCheck;
import onepermit.exchange.redecision.WatchTable.Turn;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which cases a change touches, whoever commits first. */
class WatchTableTest {
    private final HikariDataSource dataSource =
            TestInfrastructure.database().migrated("classpath:db/exchange").dataSource(4);
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final WatchTable table = new WatchTable(JdbcClient.create(jdbc));
    private final WatchedCases watched = new WatchedCases(table, RoadKeys.of(Map.of()));
    private final Facts facts =
            new Facts(jdbc, new PayloadCheck(CatalogueFile.shipped("t."), new Department("permit")), () -> {});
    private final People people = new People(92);
    private final PersonKey person = people.next();

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void many_changes_of_one_case_are_one_turn() {
        watch("A-1", watched.basis(List.of(person)));

        for (int i = 0; i < 30; i++) {
            publish(i % 2 == 0 ? "350203" : "350211");
        }

        assertThat(gathered()).isEqualTo(30);
        Turn turn = next().orElseThrow();
        assertThat(turn.caseId()).isEqualTo("A-1");
        assertThat(turn.because()).containsExactly(Owner.DATASET);
        assertThat(next()).as("the turn is taken").isEmpty();
        follow(turn);
        assertThat(table.waiting()).isZero();
    }

    @Test
    void a_change_of_another_person_or_of_a_dataset_that_was_not_asked_touches_nobody() {
        watch("A-2", watched.basis(List.of(person)));

        transaction.executeWithoutResult(status -> facts.publish(List.of(Owner.hukou(people.next(), "350203"))));
        jdbc.update("UPDATE watched_case SET datasets = '{si.months}'");
        publish("350203");

        assertThat(gathered()).isZero();
    }

    @Test
    void what_changes_while_a_case_is_decided_again_gives_it_another_turn() {
        watch("A-3", watched.basis(List.of(person)));
        publish("350203");
        gathered();
        Turn turn = next().orElseThrow();

        publish("350211");
        gathered();
        follow(turn);

        assertThat(next()).isPresent();
    }

    @Test
    void a_turn_that_nobody_ended_is_taken_up_by_another() {
        watch("A-4", watched.basis(List.of(person)));
        publish("350203");
        gathered();

        assertThat(inTransaction(() -> table.next(Duration.ZERO))).isPresent();
        assertThat(next()).as("its first taker was killed").isPresent();
    }

    @Test
    void a_change_under_way_when_the_case_was_first_watched_is_found_once_it_is_committed() {
        Basis before = watched.basis(List.of(person));
        TransactionTemplate apart = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            facts.publish(List.of(Owner.hukou(person, "350203")));
            apart.executeWithoutResult(inner -> watched.decided("test", "A-5", decision(), List.of(person), before));
            assertThat(apart.<Integer>execute(inner -> table.settle()))
                    .as("while the writer is under way nothing can be said")
                    .isZero();
        });

        assertThat(gathered())
                .as("the writer began before the case was watched")
                .isZero();
        assertThat(next()).isPresent();
    }

    @Test
    void what_was_known_before_the_decision_settles_a_case_without_a_turn() {
        publish("350203");
        watch("A-6", watched.basis(List.of(person)));

        gathered();
        gathered();

        assertThat(jdbc.queryForObject("SELECT settled FROM watched_case", Boolean.class))
                .isTrue();
        assertThat(next()).isEmpty();
    }

    private void watch(String caseId, Basis basis) {
        transaction.executeWithoutResult(status -> watched.decided("test", caseId, decision(), List.of(person), basis));
    }

    private static Decision decision() {
        return Decision.newBuilder()
                .addEvidence(Evidence.newBuilder().setDataset(Owner.DATASET))
                .build();
    }

    private void publish(String division) {
        transaction.executeWithoutResult(status -> facts.publish(List.of(Owner.hukou(person, division))));
    }

    /** @return how many changes were taken up */
    private int gathered() {
        return inTransaction(() -> {
            assertThat(table.gathers()).isTrue();
            table.settle();
            return table.gather(1_000);
        });
    }

    private Optional<Turn> next() {
        return inTransaction(() -> table.next(Duration.ofMinutes(1)));
    }

    private void follow(Turn turn) {
        transaction.executeWithoutResult(status ->
                table.followed(turn, turn.decision(), List.of(Owner.DATASET), watched.basis(List.of(person))));
    }

    private <R> R inTransaction(Supplier<R> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
