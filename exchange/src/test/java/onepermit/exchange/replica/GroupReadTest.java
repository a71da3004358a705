package onepermit.exchange.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Questions that come at once share a statement, its facts and its failure; one that comes alone waits for nobody. */
class GroupReadTest {
    private final People people = new People(31);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Set<PersonKey>> statements = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        held.countDown();
        callers.close();
    }

    @Test
    void a_lone_question_is_a_statement_of_its_own() {
        PersonKey person = people.next();
        try (GroupRead together = new GroupRead(this::found, 1)) {
            assertThat(together.read(List.of(person)).facts()).containsOnlyKeys(person);
        }
        assertThat(statements).containsExactly(Set.of(person));
    }

    @Test
    void what_comes_while_a_statement_is_under_way_goes_into_the_next() throws Exception {
        try (GroupRead together = new GroupRead(this::firstHeld, 1)) {
            Future<FactQuery.Found> first = ask(together, people.next());
            Await.until("the first statement is under way", () -> statements.size() == 1);
            PersonKey shared = people.next();
            List<Future<FactQuery.Found>> later = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                later.add(ask(together, people.next(), shared));
            }
            Await.until("all wait", () -> together.waiting() == 20);

            held.countDown();

            first.get();
            for (Future<FactQuery.Found> answer : later) {
                assertThat(answer.get().facts()).containsKey(shared);
            }
        }
        assertThat(statements).hasSize(2);
        assertThat(statements.getLast()).hasSize(21);
    }

    @Test
    void a_failure_is_of_those_who_shared_the_statement_alone() throws Exception {
        try (GroupRead together = new GroupRead(this::firstFails, 1)) {
            assertThatThrownBy(() -> ask(together, people.next()).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class);

            assertThat(ask(together, people.next()).get().facts()).hasSize(1);
        }
    }

    @Test
    void nobody_waits_beyond_his_deadline() throws Exception {
        try (GroupRead together = new GroupRead(this::firstHeld, 1);
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            var hurried = Context.current().withDeadline(Deadline.after(20, TimeUnit.MILLISECONDS), clock);

            assertThatThrownBy(() -> hurried.call(() -> together.read(List.of(people.next()))))
                    .isInstanceOfSatisfying(
                            RefusalException.class,
                            refused -> assertThat(refused.refusals().getFirst().code())
                                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED));
            held.countDown();
        }
    }

    private Future<FactQuery.Found> ask(GroupRead together, PersonKey... persons) {
        return callers.submit(() -> together.read(List.of(persons)));
    }

    private FactQuery.Found found(Set<PersonKey> persons) {
        statements.add(persons);
        Map<PersonKey, Map<String, List<FactRow>>> facts = new HashMap<>();
        persons.forEach(person -> facts.put(person, Map.of()));
        return new FactQuery.Found(View.NOTHING_YET, facts);
    }

    private FactQuery.Found firstHeld(Set<PersonKey> persons) {
        FactQuery.Found found = found(persons);
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private FactQuery.Found firstFails(Set<PersonKey> persons) {
        FactQuery.Found found = found(persons);
        if (statements.size() == 1) {
            throw new DataAccessResourceFailureException("away");
        }
        return found;
    }
}
