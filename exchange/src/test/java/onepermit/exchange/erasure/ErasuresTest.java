package onepermit.exchange.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import onepermit.education.v1.EnrolmentFact;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Education, of which a statute keeps the roll and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasuresTest {
    private static final String ROLL = "enrolment.record";

    private final ConfigurableApplicationContext education = RoadService.start(
            "education",
            TestInfrastructure.database(),
            Map.of(
                    "onepermit.kafka.bootstrap-servers", TestInfrastructure.kafka(),
                    "onepermit.kafka.prefix", TestInfrastructure.topicPrefix()),
            Tables.class,
            ErasureConfiguration.class);
    private final JdbcTemplate jdbc = education.getBean(JdbcTemplate.class);
    private final Erasures erasures = education.getBean(Erasures.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(education.getBean(PlatformTransactionManager.class));
    private final People people = new People(41);
    private PersonKey person = people.next();

    /** What the department keeps: the roll, and a note that no statute keeps. */
    @Configuration(proxyBeanMethods = false)
    static class Tables {
        @Bean
        OwnRecords ownRecords(JdbcClient jdbc) {
            return new OwnRecords(
                    List.of(RecordsInTable.of(jdbc, "roll", ROLL), new RecordsInTable(jdbc, "note", "about", Set.of())),
                    Set.of());
        }
    }

    ErasuresTest() {
        jdbc.execute("CREATE TABLE roll (person bytea); CREATE TABLE note (about bytea)");
    }

    @BeforeEach
    void somebodyElse() {
        person = people.next();
    }

    @AfterAll
    void close() {
        education.close();
    }

    @Test
    void what_a_statute_keeps_stays_with_its_owner_alone_and_goes_when_the_time_is_over() {
        enrol();
        jdbc.update("INSERT INTO note VALUES (?)", person.bytes());

        Erasures.Done done = erase();

        LocalDate tenYears = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(10);
        assertThat(done.kept()).containsExactly(Map.entry(ROLL, tenYears));
        assertThat(rows("roll", "person")).isEqualTo(1);
        assertThat(rows("note", "about")).isZero();
        assertThat(education.getBean(Facts.class).current(ROLL, person, "roll")).isEmpty();
        assertThat(education.getBean(Whereabouts.class).of(person).traces())
                .filteredOn(trace -> trace.state() == Trace.State.KEPT)
                .extracting(Trace::place)
                .containsExactly("table roll, person");

        jdbc.update("UPDATE erasure_kept SET until = current_date - 2");
        assertThat(erasures.due()).containsExactly(person);
        sweep();

        assertThat(rows("roll", "person")).isZero();
        assertThat(erasures.due()).isEmpty();
    }

    @Test
    void who_came_back_before_the_time_was_over_keeps_the_new_records() {
        enrol();
        erase();
        enrol();
        jdbc.update("INSERT INTO note VALUES (?)", person.bytes());
        jdbc.update("UPDATE erasure_kept SET until = current_date - 2");

        sweep();

        assertThat(rows("roll", "person")).isEqualTo(2);
        assertThat(rows("note", "about")).isEqualTo(1);
        assertThat(education.getBean(Facts.class).current(ROLL, person, "roll")).isPresent();
    }

    private void enrol() {
        transaction.executeWithoutResult(status -> {
            Facts facts = education.getBean(Facts.class);
            facts.lockPersons(List.of(person));
            jdbc.update("INSERT INTO roll VALUES (?)", person.bytes());
            facts.publish(List.of(new FactChange(
                    ROLL, person, "roll", "onepermit.roll.Enrolled.v1", EnrolmentFact.getDefaultInstance())));
        });
    }

    private Erasures.Done erase() {
        String id = UUID.randomUUID().toString();
        erasures.ask(id, new Erasure.Asked(person, 1, "PIPL art. 47", "T-1", "one"));
        return Objects.requireNonNull(transaction.execute(status -> erasures.confirm(id, "another")));
    }

    private void sweep() {
        erasures.due().forEach(due -> transaction.executeWithoutResult(status -> erasures.eraseKept(due)));
    }

    private long rows(String table, String column) {
        Long rows = jdbc.queryForObject(
                "SELECT count(*) FROM %s WHERE %s = ?".formatted(table, column), Long.class, person.bytes());
        return rows == null ? 0 : rows;
    }
}
