package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.process.Part;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.ListApplicationsRequest;
import onepermit.permit.v1.ListApplicationsResponse;
import onepermit.permit.v1.ListStationsRequest;
import onepermit.permit.v1.Material;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.PermitApplicationServiceGrpc.PermitApplicationServiceBlockingStub;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import org.junit.jupiter.api.Test;

/**
 * Scenario 9 (B03): from 5,000 applications a day to 26,000, at 346 stations, and human resources does not answer meanwhile. A day of eight hours passes in
 * 20 minutes here: 4 applications a second, and then 21.
 */
class SurgeTest extends Scenario {
    private static final RequestContext CONTEXT = FrontDoor.context(Purpose.PURPOSE_PERMIT_APPLICATION, "E2E-SURGE");
    private static final int STATIONS = 346;
    private static final Duration STEP = Duration.ofSeconds(8);
    private static final int NORMAL = 4;
    private static final int SURGE = 21;
    private static final Set<Status.Code> BUSY = Set.of(Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED);
    private static final Duration OFFICERS_PATIENCE = Duration.ofSeconds(3);

    private final Queue<Duration> waited = new ConcurrentLinkedQueue<>();

    @Test
    void scenario_9_at_five_times_the_usual_day_no_application_is_lost_doubled_or_refused_by_a_machine()
            throws Exception {
        stations();
        var applicants = applicants((NORMAL + SURGE) * (int) STEP.toSeconds());
        int usual = NORMAL * (int) STEP.toSeconds();
        var social = part("hr-social-service");

        var filed = new ArrayList<>(filed(applicants.subList(0, usual), NORMAL));
        Processes.kill(social, "STOP");
        try {
            filed.addAll(filed(applicants.subList(usual, applicants.size()), SURGE));
        } finally {
            Processes.kill(social, "CONT");
        }

        assertThat(filed).hasSize(applicants.size()).doesNotHaveDuplicates();
        Eventually.within(Duration.ofSeconds(60), "every application is accepted, each once", () -> {
            var accepted = inState(ApplicationState.APPLICATION_STATE_ACCEPTED);
            return accepted.stream().filter(filed::contains).count() == filed.size();
        });
        assertThat(inState(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW)).doesNotContainAnyElementsOf(filed);
        System.out.printf("%d applications, p95 %d ms%n", filed.size(), p95().toMillis());
        assertThat(p95()).isLessThan(OFFICERS_PATIENCE);
    }

    private void stations() {
        var lines = new ArrayList<String>();
        lines.add("code,name,division,channel,windows,daily_quota,every_day");
        IntStream.rangeClosed(1, STATIONS)
                .forEach(n -> lines.add("SURGE-%03d,办证点%d,990103,POLICE_STATION,8,75,true".formatted(n, n)));
        city.knows("permit", "station", lines.toArray(String[]::new));
        assertThat(StationServiceGrpc.newBlockingStub(door.channel())
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .listStations(ListStationsRequest.newBuilder()
                                .setDivision("990103")
                                .build())
                        .getStationsList())
                .hasSize(STATIONS);
    }

    private List<String> applicants(int number) {
        var people = Stream.iterate(LocalDate.of(1990, 1, 1), born -> born.plusDays(1))
                .limit(number)
                .map(born -> SyntheticId.man(born.toString()))
                .toList();
        knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", people, "张三,360100,");
        knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                people,
                "350203,湖滨南路9号,REGISTRATION,2025-01-06,");
        knows(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                people,
                "91990101MA0000007H,350203,2025-01-06,,false");
        city.isKnownTo("permit");
        return people;
    }

    private void knows(String department, String kind, String header, List<String> people, String rest) {
        city.knows(
                department,
                kind,
                Stream.concat(Stream.of(header), people.stream().map(p -> p + "," + rest))
                        .toArray(String[]::new));
    }

    /** Each at its time, whatever the ones before it do. */
    private List<String> filed(List<String> applicants, int perSecond) throws Exception {
        long start = System.nanoTime();
        var filings = new ArrayList<Future<String>>();
        try (var windows = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < applicants.size(); i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                var applicant = applicants.get(i);
                filings.add(windows.submit(() -> {
                    LockSupport.parkNanos(due - System.nanoTime());
                    return file(applicant, due);
                }));
            }
        }
        var ids = new ArrayList<String>();
        for (var filing : filings) {
            ids.add(filing.get());
        }
        return ids;
    }

    /** Filed, and filed again with the same request_id, as a window does that has not seen the answer. */
    private String file(String applicant, long due) {
        var opening = OpenRequest.newBuilder()
                .setCitizenId(applicant)
                .setOpenedOn("2025-07-07")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT)
                .build();
        var opened = answered(() -> applications().open(opening));
        var submission = SubmitRequest.newBuilder()
                .setApplicationId(opened.getApplication().getId())
                .addMaterials(Material.newBuilder().setKind("PHOTO").setSha256("0".repeat(64)))
                .setSubmittedOn("2025-07-07")
                .setEtag(opened.getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT)
                .build();
        SubmitResponse answer = answered(() -> applications().submit(submission));
        waited.add(Duration.ofNanos(System.nanoTime() - due));
        assertThat(answer.getDecision().getOutcome()).isIn(Outcome.OUTCOME_ELIGIBLE, Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(answered(() -> applications().submit(submission))
                        .getApplication()
                        .getId())
                .isEqualTo(answer.getApplication().getId());
        return answer.getApplication().getId();
    }

    /** An office that is too busy for the moment says so; the window asks again with the same request_id. */
    private static <A> A answered(Supplier<A> call) {
        for (int again = 0; ; again++) {
            try {
                return call.get();
            } catch (StatusRuntimeException failure) {
                if (again == 10 || !BUSY.contains(failure.getStatus().getCode())) {
                    throw failure;
                }
            }
        }
    }

    private List<String> inState(ApplicationState state) {
        var ids = new ArrayList<String>();
        var page = ListApplicationsRequest.newBuilder()
                .setDivision(SIMING)
                .addStates(state)
                .setPageSize(200)
                .setContext(CONTEXT);
        ListApplicationsResponse answer;
        do {
            answer = applications().listApplications(page.build());
            answer.getApplicationsList().stream().map(PermitApplication::getId).forEach(ids::add);
            page.setPageToken(answer.getNextPageToken());
        } while (!answer.getNextPageToken().isEmpty());
        return ids;
    }

    private Duration p95() {
        var sorted = waited.stream().sorted().toList();
        return sorted.get(sorted.size() * 95 / 100);
    }

    private PermitApplicationServiceBlockingStub applications() {
        return door.as("permit-officer", SIMING, PermitApplicationServiceGrpc.newBlockingStub(door.channel()));
    }

    private static Part part(String name) {
        return Local.of(System.getenv()).whole(new Progress(System.out)).parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
