package onepermit.exchange.replica.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.grpc.Context;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.replica.Origin;
import onepermit.exchange.replica.reader.PayloadTypes;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a reader does about evidence that is too old. The two services have no topic in common, so nothing comes by the road. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveCallTest {
    private static final String DATASET = Owner.DATASET;
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
            .setCaseRef("SM-2025-1")
            .build();

    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education = RunningService.start(EducationRoad.class, permit.asPeer("permit"));
    private final People people = new People(4);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SourceBreakers breakers = new SourceBreakers(Duration.ofMillis(200));
    private final ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(1);
    private final Executor callers = Executors.newVirtualThreadPerTaskExecutor();
    private ProgrammedOwner owner = new ProgrammedOwner();
    private PeerChannels channels = owner.channels(breakers);
    private LiveCall live = live();

    @AfterEach
    void another_owner() {
        channels.close();
        owner.close();
        meters.clear();
        breakers.registry().getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        owner = new ProgrammedOwner();
        channels = owner.channels(breakers);
        live = live();
    }

    @AfterAll
    void close() {
        channels.close();
        owner.close();
        deadlines.shutdownNow();
        education.close();
        permit.close();
    }

    @Test
    void an_owner_is_asked_and_the_evidence_says_so() {
        PersonKey known = people.next();
        PersonKey unknown = people.next();
        new Owner(permit.context()).publish("350203", known);
        FactsRead old = read(known, unknown);
        assertThat(old.find(known, DATASET).fresh(Duration.ofDays(1))).isFalse();

        FactsRead asked = education.bean(LiveCall.class).ask(old, List.of(key(known), key(unknown)), CONTEXT);

        assertThat(asked.find(known, DATASET).origin()).isEqualTo(Origin.LIVE);
        assertThat(asked.find(known, DATASET).rows()).hasSize(1);
        assertThat(asked.find(unknown, DATASET).rows()).isEmpty();
        assertThat(List.of(known, unknown))
                .allMatch(person -> asked.find(person, DATASET).fresh(Duration.ofSeconds(5)));
    }

    @Test
    void the_owner_records_the_look_for_the_purpose_and_case_of_the_question() throws Exception {
        PersonKey person = people.next();
        Long before = leaves(permit);

        education.bean(LiveCall.class).ask(read(person), List.of(key(person)), CONTEXT);

        assertThat(leaves(permit)).isEqualTo(before + 1);
        var leaf = onepermit.exchange.v1.LedgerLeaf.parseFrom(permit.bean(JdbcTemplate.class)
                .queryForObject("SELECT leaf FROM ledger_leaf ORDER BY index DESC LIMIT 1", byte[].class));
        assertThat(leaf.getMethod()).isEqualTo("onepermit.exchange.v1.FactsService/GetFacts");
        assertThat(leaf.getRole()).isEqualTo("service");
        assertThat(leaf.getCaseRef()).isEqualTo("SM-2025-1");
        assertThat(leaf.getPurpose()).isEqualTo(Purpose.PURPOSE_SCHOOL_ADMISSION);
        assertThat(leaf.getDatasetsList()).containsExactly(DATASET);
    }

    @Test
    void what_the_owner_says_never_enters_the_replica() {
        PersonKey person = people.next();
        new Owner(permit.context()).publish("350203", person);

        education.bean(LiveCall.class).ask(read(person), List.of(key(person)), CONTEXT);

        assertThat(education.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM replica", Long.class))
                .isZero();
        assertThat(read(person).find(person, DATASET).rows()).isEmpty();
    }

    @Test
    void whoever_asks_for_the_same_at_the_same_time_waits_for_the_same_answer() {
        PersonKey person = people.next();
        owner.holds();

        List<CompletableFuture<Finding>> asked =
                IntStream.range(0, 5).mapToObj(n -> later(person)).toList();
        Await.until(
                "four join the first",
                () -> meters.counter("onepermit.live.shared").count() == 4);
        owner.letsGo();

        assertThat(asked).allMatch(finding -> finding.join().origin() == Origin.LIVE);
        assertThat(owner.calls).hasValue(1);
    }

    @Test
    void who_hangs_up_takes_the_answer_from_nobody_else() {
        PersonKey person = people.next();
        owner.holds();
        Context.CancellableContext first = Context.ROOT.withCancellation();
        first.fixedContextExecutor(callers).execute(() -> live.ask(read(person), List.of(key(person)), CONTEXT));
        Await.until("the first asks", () -> owner.calls.get() == 1);
        CompletableFuture<Finding> second = later(person);
        Await.until(
                "the second joins",
                () -> meters.counter("onepermit.live.shared").count() == 1);

        first.cancel(null);
        owner.letsGo();

        assertThat(second.join().origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void sixteen_are_under_way_at_most_and_the_next_stays_unanswered() {
        owner.holds();
        List<CompletableFuture<Finding>> asked =
                IntStream.range(0, 20).mapToObj(n -> later(people.next())).toList();

        Await.until("four are refused", () -> count("FULL") == 4);
        Await.until("sixteen are under way", () -> owner.calls.get() == 16);
        owner.letsGo();

        assertThat(asked.stream().filter(finding -> finding.join().origin() == Origin.LIVE))
                .hasSize(16);
        assertThat(owner.calls).hasValue(16);
        assertThat(ask(people.next()).origin()).as("room again").isEqualTo(Origin.LIVE);
    }

    @Test
    void an_owner_that_is_away_is_left_alone_after_a_while_and_found_again() {
        owner.goesAway();
        Await.until("the breaker opens", () -> {
            assertThat(ask(people.next()).origin()).isEqualTo(Origin.REPLICA);
            return state() == State.OPEN;
        });
        int before = count("UNAVAILABLE");
        assertThat(ask(people.next()).origin()).isEqualTo(Origin.REPLICA);
        assertThat(count("UNAVAILABLE")).as("nobody was asked").isEqualTo(before);
        assertThat(count("BREAKER_OPEN")).isPositive();

        owner.comesBack();

        Await.until("it is asked again", () -> ask(people.next()).origin() == Origin.LIVE);
        Await.until("the breaker closes", () -> {
            ask(people.next());
            return state() == State.CLOSED;
        });
    }

    @Test
    void an_answer_that_refuses_never_opens_the_breaker() {
        for (Status refusal : List.of(Status.INVALID_ARGUMENT, Status.PERMISSION_DENIED, Status.NOT_FOUND)) {
            owner.fails(refusal);
            for (int n = 0; n < 30; n++) {
                assertThat(ask(people.next()).origin()).isEqualTo(Origin.REPLICA);
            }
        }

        assertThat(state()).isEqualTo(State.CLOSED);
        assertThat(count("REFUSED")).isEqualTo(90);
        owner.answers();
        assertThat(ask(people.next()).origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void one_call_in_ten_is_tried_again() {
        for (int n = 0; n < 10; n++) {
            ask(people.next());
        }
        owner.failsNext(1, Status.UNAVAILABLE);
        assertThat(ask(people.next()).origin()).isEqualTo(Origin.LIVE);
        assertThat(owner.calls).hasValue(12);

        owner.failsNext(1, Status.UNAVAILABLE);
        assertThat(ask(people.next()).origin()).as("nothing is saved").isEqualTo(Origin.REPLICA);
        assertThat(owner.calls).hasValue(13);
    }

    @Test
    void an_owner_that_does_not_answer_costs_the_caller_no_more_than_it_has() throws Exception {
        PersonKey person = people.next();
        owner.holds();

        Finding finding = Context.ROOT
                .withDeadlineAfter(500, TimeUnit.MILLISECONDS, deadlines)
                .call(() -> {
                    Finding found = ask(person);
                    assertThat(Context.current().isCancelled()).isFalse();
                    return found;
                });

        assertThat(finding.origin()).isEqualTo(Origin.REPLICA);
        assertThat(owner.deadlineMillis.get()).isBetween(1L, 350L);
    }

    @Test
    void an_answer_that_cannot_be_read_is_none() {
        owner.says(ByteString.copyFromUtf8("\u0001\u0002 no message"));

        assertThat(ask(people.next()).origin()).isEqualTo(Origin.REPLICA);
        assertThat(count("UNREADABLE")).isEqualTo(1);
        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_trial_call_that_its_caller_gives_up_does_not_hold_the_breaker_half_open() {
        owner.goesAway();
        Await.until("the breaker opens", () -> {
            ask(people.next());
            return state() == State.OPEN;
        });
        owner.comesBack();
        owner.holds();
        Await.until("trial calls hang", () -> {
            later(people.next());
            return owner.calls.get() >= 3;
        });
        owner.letsGo();

        Await.until("it is closed again", () -> {
            ask(people.next());
            return state() == State.CLOSED;
        });
    }

    @Test
    void no_address_of_an_owner_is_no_answer_and_no_fault() {
        PersonKey person = people.next();
        FactsRead read = read(person);

        FactsRead asked =
                education.bean(LiveCall.class).ask(read, List.of(new FactsRead.Key(person, "si.months")), CONTEXT);

        assertThat(asked.find(person, "si.months", "350203").origin()).isEqualTo(Origin.REPLICA);
    }

    private CompletableFuture<Finding> later(PersonKey person) {
        return CompletableFuture.supplyAsync(() -> ask(person), callers);
    }

    private Finding ask(PersonKey person) {
        return live.ask(read(person), List.of(key(person)), CONTEXT).find(person, DATASET);
    }

    private FactsRead read(PersonKey... persons) {
        return education.bean(FactReader.class).read(List.of(persons), CONTEXT);
    }

    private static FactsRead.Key key(PersonKey person) {
        return new FactsRead.Key(person, DATASET);
    }

    private LiveCall live() {
        Catalogue catalogue = education.bean(Catalogue.class);
        LiveMetrics metrics = new LiveMetrics(meters);
        Answers answers = new Answers(new PayloadTypes(catalogue.readBy(education.bean(Department.class))));
        Bulkhead sixteen = Bulkhead.of(
                "test",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(16)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        return new LiveCall(
                new Owners(channels, catalogue, answers, sixteen, metrics), metrics, Duration.ofSeconds(10));
    }

    private State state() {
        return breakers.registry()
                .circuitBreaker("permit/onepermit.exchange.v1.FactsService/GetFacts")
                .getState();
    }

    private int count(String outcome) {
        return meters.find("onepermit.live.calls").tag("outcome", outcome).counters().stream()
                .mapToInt(counter -> (int) counter.count())
                .sum();
    }

    private static Long leaves(RunningService service) {
        return Objects.requireNonNull(
                service.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM ledger_leaf", Long.class));
    }
}
