package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.process.Part;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.GetContributionHistoryRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every process of the stack is killed or frozen once while counters post and an officer asks. Nothing is lost, nothing doubled, no wrong no. */
@Tag("chaos")
class ChaosTest extends Scenario {
    private static final long SEED = Long.getLong("onepermit.chaos.seed", System.nanoTime());
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("onepermit.chaos.seconds", 90));

    @Test
    void faults_of_every_process_lose_nothing_double_nothing_and_refuse_nobody() throws Exception {
        System.out.println("chaos seed " + SEED + ", again with -Donepermit.chaos.seed=" + SEED);
        var family = eligibleFamily();
        var open = new AtomicBoolean(true);
        var sentinel = new Sentinel(() -> ask(family), open);
        try (var oracle = new Oracle(Files.createTempFile("onepermit-chaos", ".log"))) {
            try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
                var asking = work.submit(sentinel);
                var counters = counters(oracle, open).stream().map(work::submit).toList();
                try {
                    faults();
                } finally {
                    open.set(false);
                }
                asking.get();
                for (var counter : counters) {
                    counter.get();
                }
            }
            System.out.println("acknowledged " + oracle.size() + ", answers " + sentinel.answers() + ", unanswered "
                    + sentinel.unanswered());
            assertThat(oracle.size()).isPositive();
            assertThat(sentinel.answers().keySet())
                    .isSubsetOf(Outcome.OUTCOME_ELIGIBLE, Outcome.OUTCOME_PENDING_EVIDENCE);
            new Convergence(door).reached();
            oracle.all()
                    .forEach((person, months) -> assertThat(monthsOf(person)).isEqualTo(months.size()));
        }
    }

    private List<Posting> counters(Oracle oracle, AtomicBoolean open) {
        return LongStream.range(0, 3)
                .mapToObj(counter -> new Posting(door, oracle, open, SEED + counter))
                .toList();
    }

    /** Round after round, each with every fault once in an order of its own; the first round is always finished. */
    private void faults() {
        var parts = Local.of(System.getenv()).whole(new Progress(System.out)).parts().stream()
                .collect(Collectors.toMap(Part::name, Function.identity()));
        var order = new Random(SEED);
        long end = System.nanoTime() + TIME.toNanos();
        for (int round = 0; System.nanoTime() < end; round++) {
            var plan = new ArrayList<>(Fault.all());
            Collections.shuffle(plan, order);
            for (var next : plan) {
                if (round == 0 || System.nanoTime() < end) {
                    suffer(next, Objects.requireNonNull(parts.get(next.part()), next.part()));
                }
            }
        }
    }

    private static void suffer(Fault.Planned fault, Part part) {
        long begun = System.nanoTime();
        fault.fault().inject(part);
        LockSupport.parkNanos(fault.lasts().toNanos());
        fault.fault().heal(part);
        System.out.println(fault.fault() + " " + fault.part() + ", healed after "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private Family eligibleFamily() {
        var family = new Family(city, "2019-03-02").kin().planned().vaccinated();
        family.lives(family.father, SIMING, "2020-08-01")
                .works(family.father, SIMING, "2020-08-01")
                .insured(family.father, "2019-08", "2025-07");
        city.isKnownTo("education");
        assertThat(ask(family).getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        return family;
    }

    private Decision ask(Family family) {
        return door.as("admission-officer", SIMING, AdmissionServiceGrpc.newBlockingStub(door.channel()))
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(family.child)
                        .addGuardians(Guardian.newBuilder().setCitizenId(family.father))
                        .setDivision(SIMING)
                        .setSchoolYear(2025)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "CHAOS"))
                        .build())
                .getDecision();
    }

    private int monthsOf(String person) {
        return door
                .as("social-insurance-officer", "350200", ContributionServiceGrpc.newBlockingStub(door.channel()))
                .getContributionHistory(GetContributionHistoryRequest.newBuilder()
                        .setCitizenId(person)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "CHAOS"))
                        .build())
                .getSeriesList()
                .stream()
                .mapToInt(s -> s.getTotalMonths())
                .sum();
    }
}
