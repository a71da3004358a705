package onepermit.exchange.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.looks.LookLimits.Distinct;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.People;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.Test;

class LookGuardTest {
    private static final String READ = "onepermit.test.v1.Test/Get";
    private static final String CHANGE = "onepermit.test.v1.Test/Post";
    private static final String BATCH = "onepermit.test.v1.Test/GetMany";
    private static final String GOOD = "00000000-0000-4000-8000-000000000001";
    private static final Distinct MANY = new Distinct(1_000_000, 1_000_000);

    private final People people = new People(77);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Look> leaves = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void an_officer_who_goes_through_people_is_slowed_and_then_stopped_and_supervision_is_told() {
        GuardedLedger ledger = ledger(limits(1_000_000, new Distinct(20, 40), MANY, Set.of()));

        looks(ledger, 10, "officer-1", "A");
        assertThat(slowed()).isZero();
        looks(ledger, 20, "officer-1", "B");
        assertThat(slowed()).isPositive();
        RefusalException stopped =
                catchThrowableOfType(RefusalException.class, () -> looks(ledger, 30, "officer-1", "C"));

        assertThat(stopped.refusal().reason()).isEqualTo("TOO_MANY_LOOKS");
        assertThat(alarms("STOPPED")).isEqualTo(1);
        assertThat(leaves.getLast().answerHash()).as("the attempt is recorded").isEmpty();
        looks(ledger, 1, "officer-2", "A");
    }

    @Test
    void the_same_people_again_and_the_next_day_are_no_new_people() {
        GuardedLedger ledger = ledger(limits(1_000_000, new Distinct(20, 40), MANY, Set.of()));
        PersonKey person = people.next();

        for (int i = 0; i < 200; i++) {
            ledger.append(look("officer-1", "A", READ, person));
        }
        looks(ledger, 30, "officer-1", "A");
        now = now.plus(Duration.ofDays(1));
        looks(ledger, 15, "officer-1", "A");

        assertThat(alarms("STOPPED")).isZero();
    }

    @Test
    void a_case_has_only_so_many_people_whoever_looks() {
        GuardedLedger ledger = ledger(limits(1_000_000, MANY, new Distinct(10, 20), Set.of()));

        looks(ledger, 15, "officer-1", "A");
        assertThat(catchThrowableOfType(RefusalException.class, () -> looks(ledger, 15, "officer-2", "A")))
                .isNotNull();
        looks(ledger, 5, "officer-2", "B");
    }

    @Test
    void who_changes_records_is_not_counted_and_has_the_quota_all_the_same() {
        GuardedLedger ledger = ledger(limits(50, new Distinct(5, 10), MANY, Set.of()));
        PersonKey[] fifty = new PersonKey[50];
        for (int i = 0; i < fifty.length; i++) {
            fifty[i] = people.next();
        }

        ledger.append(look("officer-1", "A", CHANGE, fifty));
        RefusalException over = catchThrowableOfType(
                RefusalException.class, () -> ledger.append(look("officer-2", "A", CHANGE, fifty)));

        assertThat(over.refusal().text()).contains("quota");
    }

    @Test
    void a_refused_change_counts_as_a_look() {
        GuardedLedger ledger = ledger(limits(1_000_000, new Distinct(5, 10), MANY, Set.of()));

        RefusalException stopped = catchThrowableOfType(RefusalException.class, () -> {
            for (int i = 0; i < 15; i++) {
                probe(ledger);
            }
        });

        assertThat(stopped.refusal().reason()).isEqualTo("TOO_MANY_LOOKS");
        assertThat(leaves).hasSize(11);
    }

    /** Whether somebody is registered can be learnt by registering him. */
    private void probe(GuardedLedger ledger) {
        Look change = look("officer-1", "A", CHANGE, people.next()).answered(new byte[0]);
        try {
            ledger.refusalsToo(change, () -> {
                throw new RefusalException(Refusal.alreadyExists("ALREADY_REGISTERED", "citizen_id", "registered"));
            });
        } catch (RefusalException refused) {
            if (!refused.refusal().reason().equals("ALREADY_REGISTERED")) {
                throw refused;
            }
        }
    }

    @Test
    void the_first_look_at_a_planted_person_raises_an_alarm_and_is_answered_as_any_other() {
        PersonKey planted = people.next();
        GuardedLedger ledger = ledger(limits(1_000_000, MANY, MANY, Set.of(planted.hex())));

        ledger.append(look("officer-1", "A", READ, people.next()));
        assertThat(alarms("HONEY")).isZero();
        assertThat(ledger.append(look("officer-1", "A", READ, planted)).index()).isEqualTo(2);
        assertThat(alarms("HONEY")).isEqualTo(1);
    }

    @Test
    void a_large_batch_needs_a_mandate_however_it_is_cut_and_what_was_refused_is_recorded() {
        GuardedLedger ledger = ledger(limits(1_000_000, MANY, MANY, Set.of()));

        batch(ledger, 15, "");
        batch(ledger, 15, "");
        RefusalException needed = catchThrowableOfType(RefusalException.class, () -> batch(ledger, 5, ""));

        assertThat(needed.refusal().reason()).isEqualTo("MANDATE_NEEDED");
        assertThat(needed.refusal().field()).isEqualTo("mandate_id");
        assertThat(leaves).hasSize(31);
        assertThat(leaves.getLast().answerHash()).isEmpty();
        looks(ledger, 5, "officer-1", "A");
        ledger.append(look("officer-2", "A", BATCH, people.next()));
    }

    @Test
    void what_is_asked_under_a_mandate_counts_neither_for_the_officer_nor_for_the_case() {
        GuardedLedger ledger = ledger(limits(1_000_000, new Distinct(5, 10), new Distinct(5, 10), Set.of()));

        batch(ledger, 100, GOOD);

        assertThat(slowed()).isZero();
        assertThat(leaves).hasSize(100).allMatch(leaf -> leaf.mandate().equals(GOOD));
        assertThat(catchThrowableOfType(RefusalException.class, () -> batch(ledger, 1, "another"))
                        .refusal()
                        .reason())
                .isEqualTo("MANDATE_UNKNOWN");
        assertThat(leaves.getLast().mandate()).isEmpty();
    }

    private void batch(GuardedLedger ledger, int lines, String mandate) {
        for (int i = 0; i < lines; i++) {
            ledger.append(look("officer-1", "A", BATCH, people.next()).under(mandate));
        }
    }

    @Test
    void distinct_persons_are_counted_within_a_few_in_a_hundred() {
        DistinctPersons counted = new DistinctPersons(10_000);
        for (int i = 0; i < 9_000; i++) {
            counted.add(people.next());
        }

        assertThat(counted.count()).isCloseTo(9_000, within(300));
    }

    private void looks(GuardedLedger ledger, int persons, String officer, String caseRef) {
        for (int i = 0; i < persons; i++) {
            ledger.append(look(officer, caseRef, READ, people.next()));
        }
    }

    private static Look look(String officer, String caseRef, String method, PersonKey... persons) {
        RequestContext context = Contexts.of(Purpose.PURPOSE_SCHOOL_ADMISSION).toBuilder()
                .setCaseRef(caseRef)
                .build();
        Caller caller = new Caller(officer, "admission-officer", "education", null, "c");
        return new Look(caller, context, method, List.of(persons), List.of("d"), new byte[] {1});
    }

    private GuardedLedger ledger(LookLimits limits) {
        Ledger below = new Ledger() {
            @Override
            public Receipt append(Look look, Optional<Attached> together) {
                leaves.add(look);
                return new Receipt("onepermit/test", leaves.size(), new byte[32]);
            }
        };
        return new GuardedLedger(
                below,
                new LookGuard(limits, CHANGE::equals, BATCH::equals, clock()),
                look -> {
                    if (!look.mandate().equals(GOOD)) {
                        throw new RefusalException(
                                Refusal.notFound("MANDATE_UNKNOWN", "mandate_id", "no such mandate"));
                    }
                },
                new LookAlarms(meters),
                Duration.ofNanos(1));
    }

    private static LookLimits limits(int perSecond, Distinct officer, Distinct caseRef, Set<String> honey) {
        return new LookLimits(perSecond, officer, caseRef, MANY, Duration.ofNanos(1), 30, honey);
    }

    private double alarms(String kind) {
        return meters.find("onepermit.looks.alarms").tag("kind", kind).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double slowed() {
        return meters.find("onepermit.looks.slowed").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
