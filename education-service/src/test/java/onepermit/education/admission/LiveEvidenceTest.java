package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onepermit.education.EducationServiceApplication;
import onepermit.education.Surroundings;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Admissions while nothing comes by the road: the departments are there and answer, but no topic of theirs is read here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveEvidenceTest implements Surroundings {
    private static final String SIMING = "350203";

    private final RunningService permit = department("permit", Map.of());
    private final Map<String, RunningService> departments = Map.of(
            "permit", permit,
            "social", department("social", sameIssuer()),
            "health", department("health", sameIssuer()));
    private final RunningService education = RunningService.start(EducationServiceApplication.class, peers());

    @AfterAll
    void close() {
        education.close();
        departments.values().forEach(RunningService::close);
    }

    @Test
    @Order(1)
    void who_waits_for_an_answer_gets_it_from_the_owners() {
        Household family = Household.settled(this, 20140302, SIMING, 2020).known();

        Decision decision = verify(family);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getEvidenceList())
                .extracting(Evidence::getOrigin)
                .contains("LIVE")
                .isSubsetOf("LIVE", "ABSENT");
        assertThat(decision.getEvidenceList()).allMatch(evidence -> evidence.getAgeMillis() < 60_000);
        assertThat(departments.values()).allMatch(department -> leaves(department) > 0);
        assertThat(education.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM replica", Long.class))
                .isZero();
    }

    @Test
    @Order(2)
    void a_batch_asks_nobody_and_waits() throws Exception {
        Household family = Household.settled(this, 20140302, SIMING, 2020).known();
        long before = departments.values().stream().mapToLong(this::leaves).sum();

        Decision decision = batch(family);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getCause)
                .containsOnly("STALE");
        assertThat(departments.values().stream().mapToLong(this::leaves).sum()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void an_owner_that_is_away_is_waited_for_and_the_others_are_heard() {
        Household family = Household.settled(this, 20140302, SIMING, 2020).known();
        Objects.requireNonNull(departments.get("social")).close();

        Decision decision = verify(family);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPendingList())
                .extracting(PendingEvidence::getSource)
                .containsOnly("social");
        assertThat(decision.getReasonsList()).isEmpty();
        assertThat(decision.getEvidenceList()).extracting(Evidence::getOrigin).contains("LIVE", "STALE");
        Await.until("the breaker of the one opens", () -> {
            assertThat(verify(family).getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
            return open("social/onepermit.exchange.v1.FactsService/GetFacts");
        });
        assertThat(open("permit/onepermit.exchange.v1.FactsService/GetFacts")).isFalse();
    }

    private boolean open(String breaker) {
        return education
                        .bean(MeterRegistry.class)
                        .get("resilience4j.circuitbreaker.state")
                        .tag("name", breaker)
                        .tag("state", "open")
                        .gauge()
                        .value()
                == 1;
    }

    private Decision verify(Household family) {
        return officer().verifyEligibility(family.asked(SIMING, 2020).build()).getDecision();
    }

    private Decision batch(Household family) throws Exception {
        CompletableFuture<VerifyEligibilityBatchResponse> answer = new CompletableFuture<>();
        StreamObserver<VerifyEligibilityBatchRequest> lines = education
                .as("admission-officer", "education", SIMING, AdmissionServiceGrpc.newStub(education.channel()))
                .verifyEligibilityBatch(new StreamObserver<>() {
                    @Override
                    public void onNext(VerifyEligibilityBatchResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        lines.onNext(VerifyEligibilityBatchRequest.newBuilder()
                .setKey("one")
                .setRequest(family.asked(SIMING, 2020))
                .build());
        lines.onCompleted();
        return answer.get(30, TimeUnit.SECONDS).getDecision();
    }

    private AdmissionServiceBlockingStub officer() {
        return education.as(
                "admission-officer", "education", SIMING, AdmissionServiceGrpc.newBlockingStub(education.channel()));
    }

    @Override
    public <B> B bean(Class<B> type) {
        return education.bean(type);
    }

    @Override
    public void publish(Map<String, List<FactChange>> changes, Collection<PersonKey> persons) {
        changes.forEach((department, facts) ->
                new Owner(Objects.requireNonNull(departments.get(department)).context()).publish(facts));
    }

    private long leaves(RunningService department) {
        Long leaves =
                department.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM ledger_leaf", Long.class);
        return leaves == null ? 0 : leaves;
    }

    /** The settings of this service stay out. */
    private static RunningService department(String name, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("spring.config.name", "road-of-" + name);
        settings.put("onepermit.department", name);
        return RunningService.start(PermitRoad.class, settings);
    }

    private Map<String, String> sameIssuer() {
        return Map.of(
                "onepermit.issuer-uri",
                permit.issuerUri(),
                "onepermit.jwk-set-uri",
                permit.issuerUri() + "/oauth2/jwks");
    }

    private Map<String, String> peers() {
        Map<String, String> peers = new HashMap<>();
        departments.forEach((name, department) -> peers.putAll(department.asPeer(name)));
        peers.putAll(permit.asPeer("permit"));
        return peers;
    }
}
