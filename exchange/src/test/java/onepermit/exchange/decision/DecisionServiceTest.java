package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.ConfirmRefusalRequest;
import onepermit.exchange.v1.ConfirmRefusalResponse;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.GetDecisionResponse;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.OverturnRequest;
import onepermit.exchange.v1.OverturnResponse;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.Reason;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.RuleSetRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What officers read and do about decisions, at the door of a running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionServiceTest {
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
            .setCaseRef("SM-2025-1")
            .build();

    private final RunningService service = RunningService.start(EducationRoad.class);
    private final People people = new People(9);
    private final DecisionServiceBlockingStub officer = of("admission-officer", "education", "350203");

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void a_decision_is_read_again_as_it_was_answered_with_its_receipt() throws Exception {
        Decision answered = decided(Outcome.OUTCOME_ELIGIBLE);

        GetDecisionResponse read = officer.getDecision(get(answered.getId()));

        assertThat(read.getDecision()).isEqualTo(answered);
        assertThat(read.getDecision().getReceipt().getOrigin()).isEqualTo("onepermit/education");
        assertThat(service.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT leaf_hash FROM ledger_leaf WHERE index = ?",
                                byte[].class,
                                read.getDecision().getReceipt().getIndex()))
                .isEqualTo(read.getDecision().getReceipt().getLeafHash().toByteArray());
        assertThat(MessageDigest.getInstance("SHA-256").digest(read.getBody().toByteArray()))
                .isEqualTo(read.getDecision().getBodyHash().toByteArray());
        assertThat(read.getEtag()).isEqualTo("v1");
    }

    @Test
    void the_way_to_a_fact_is_told_and_changes_no_body() {
        Decision replica = decided(Outcome.OUTCOME_ELIGIBLE, evidence("REPLICA"));
        Decision live = decided(Outcome.OUTCOME_ELIGIBLE, evidence("LIVE"));
        Decision absent = decided(Outcome.OUTCOME_ELIGIBLE, evidence("ABSENT"));

        assertThat(live.getBodyHash()).isEqualTo(replica.getBodyHash()).isNotEqualTo(absent.getBodyHash());
        for (Decision answered : List.of(replica, live, absent)) {
            assertThat(officer.getDecision(get(answered.getId())).getDecision()).isEqualTo(answered);
        }
    }

    @Test
    void reading_a_decision_is_a_look_of_its_own() {
        Decision answered = decided(Outcome.OUTCOME_ELIGIBLE);
        long before = leaves();

        officer.getDecision(get(answered.getId()));

        assertThat(leaves()).isEqualTo(before + 1);
    }

    @Test
    void a_decision_that_is_none_or_of_another_place_or_department_looks_the_same() {
        Decision answered = decided(Outcome.OUTCOME_ELIGIBLE);

        Stream.of(
                        refused(() -> officer.getDecision(get("education-" + UUID.randomUUID()))),
                        refused(() ->
                                of("admission-officer", "education", "350211").getDecision(get(answered.getId()))),
                        refused(() -> of("permit-officer", "permit", "350203").getDecision(get(answered.getId()))),
                        refused(() -> of("admission-officer", "education", "350211")
                                .confirmRefusal(confirm(answered.getId(), "v1").build())),
                        refused(() -> of("admission-officer", "education", "350211")
                                .overturn(overturn(answered.getId(), "v1").build())))
                .forEach(refusal -> {
                    assertThat(refusal.code()).isEqualTo(Status.Code.NOT_FOUND);
                    assertThat(refusal.reason()).isEqualTo("DECISION_NOT_FOUND");
                });
    }

    @Test
    void a_supervisor_of_the_city_reads_and_does_not_decide() {
        Decision answered = decided(Outcome.OUTCOME_NOT_ELIGIBLE);
        DecisionServiceBlockingStub supervisor = of("supervisor", "", "350200");

        assertThat(supervisor.getDecision(get(answered.getId())).getDecision().getId())
                .isEqualTo(answered.getId());
        assertThat(refused(() -> supervisor.confirmRefusal(
                                confirm(answered.getId(), "v1").build()))
                        .reason())
                .isEqualTo("ROLE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"OUTCOME_NOT_ELIGIBLE", "OUTCOME_VETOED"})
    void a_machines_refusal_is_a_proposal_until_an_officer_confirms_it_with_reason_and_article(Outcome refusal) {
        Decision answered = decided(refusal);
        assertThat(answered.getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        GetDecisionResponse before = officer.getDecision(get(answered.getId()));

        ConfirmRefusalResponse confirmed = officer.confirmRefusal(
                confirm(answered.getId(), before.getEtag()).build());

        assertThat(confirmed.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(confirmed.getDecision().getOfficerAct().getOfficer()).isEqualTo("officer-1");
        assertThat(confirmed.getDecision().getOfficerAct().getAct()).isEqualTo("CONFIRMED");
        assertThat(confirmed.getDecision().getOfficerAct().getReason()).isEqualTo("too few months");
        assertThat(confirmed.getDecision().getOfficerAct().getArticle()).isEqualTo("第三条");
        assertThat(confirmed.getDecision().getReceipt()).isEqualTo(answered.getReceipt());
        GetDecisionResponse after = officer.getDecision(get(answered.getId()));
        assertThat(after.getDecision()).isEqualTo(confirmed.getDecision());
        assertThat(after.getEtag()).isEqualTo(confirmed.getEtag()).isNotEqualTo(before.getEtag());
        assertThat(after.getBody()).as("an act changes no body").isEqualTo(before.getBody());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {
                "OUTCOME_NOT_ELIGIBLE",
                "OUTCOME_VETOED",
                "OUTCOME_NEEDS_REVIEW",
                "OUTCOME_NOT_YET",
                "OUTCOME_PENDING_EVIDENCE"
            })
    void a_proposal_is_set_aside_and_stays_readable(Outcome outcome) {
        Decision answered = decided(outcome);

        OverturnResponse overturned =
                officer.overturn(overturn(answered.getId(), "v1").build());

        assertThat(overturned.getDecision().getFinality()).isEqualTo(Finality.FINALITY_OVERTURNED);
        assertThat(officer.getDecision(get(answered.getId())).getDecision()).isEqualTo(overturned.getDecision());
        assertThat(overturned.getDecision().getOutcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"OUTCOME_NEEDS_REVIEW", "OUTCOME_NOT_YET", "OUTCOME_PENDING_EVIDENCE"})
    void only_a_refusal_is_confirmed(Outcome outcome) {
        Refused refusal = refused(() ->
                officer.confirmRefusal(confirm(decided(outcome).getId(), "v1").build()));

        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.reason()).isEqualTo("NOT_A_REFUSAL");
    }

    @Test
    void what_is_final_or_set_aside_is_not_decided_again() {
        String eligible = decided(Outcome.OUTCOME_ELIGIBLE).getId();
        assertNotProposed(eligible, "v1");

        String confirmed = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();
        officer.confirmRefusal(confirm(confirmed, "v1").build());
        assertNotProposed(confirmed, "v2");

        String overturned = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();
        officer.overturn(overturn(overturned, "v1").build());
        assertNotProposed(overturned, "v2");
    }

    private void assertNotProposed(String id, String etag) {
        Stream.of(
                        refused(() -> officer.confirmRefusal(confirm(id, etag).build())),
                        refused(() -> officer.overturn(overturn(id, etag).build())))
                .forEach(refusal -> {
                    assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
                    assertThat(refusal.reason()).isEqualTo("NOT_PROPOSED");
                });
    }

    @Test
    void a_refusal_under_a_synthetic_rule_set_never_becomes_final() {
        Decision answered = decided(Outcome.OUTCOME_NOT_ELIGIBLE, "SYNTHETIC_RULE_SET");

        Refused refusal = refused(
                () -> officer.confirmRefusal(confirm(answered.getId(), "v1").build()));

        assertThat(refusal.reason()).isEqualTo("RULE_SET_NOT_FINAL");
        assertThat(decided(Outcome.OUTCOME_ELIGIBLE, "EXPIRED_RULE_SET").getFinality())
                .isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void who_has_not_seen_what_stands_changes_nothing() {
        String id = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();

        Refused refusal = refused(() -> officer.confirmRefusal(confirm(id, "v7").build()));

        assertThat(refusal.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(refusal.reason()).isEqualTo("ETAG_MISMATCH");
        assertThat(officer.getDecision(get(id)).getDecision().getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void an_act_without_reason_article_etag_or_request_id_is_refused_and_names_what_is_missing() {
        String id = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();
        Map.of(
                        "reason", confirm(id, "v1").setReason(""),
                        "article", confirm(id, "v1").setArticle(""),
                        "etag", confirm(id, ""),
                        "request_id", confirm(id, "v1").setRequestId("once"))
                .forEach((field, act) -> {
                    Refused refusal = refused(() -> officer.confirmRefusal(act.build()));
                    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(refusal.fields()).contains(field);
                });
        assertThat(refused(() -> officer.overturn(
                                overturn(id, "v1").clearContext().build()))
                        .reason())
                .isEqualTo("PURPOSE_MISSING");
        assertThat(officer.getDecision(get(id)).getDecision().getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void a_repeated_act_is_answered_as_the_first_time_and_another_one_under_its_id_is_refused() {
        String id = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();
        ConfirmRefusalRequest act = confirm(id, "v1").build();

        ConfirmRefusalResponse first = officer.confirmRefusal(act);

        assertThat(officer.confirmRefusal(act)).isEqualTo(first);
        assertThat(refused(() -> officer.confirmRefusal(
                                act.toBuilder().setReason("another reason").build()))
                        .reason())
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(officer.getDecision(get(id)).getEtag()).isEqualTo("v2");
    }

    @Test
    void of_two_acts_at_the_same_time_one_stands() {
        String id = decided(Outcome.OUTCOME_NOT_ELIGIBLE).getId();
        Executor officers = Executors.newVirtualThreadPerTaskExecutor();

        List<String> ended = Stream.of(
                        CompletableFuture.supplyAsync(
                                () -> outcome(() ->
                                        officer.confirmRefusal(confirm(id, "v1").build())),
                                officers),
                        CompletableFuture.supplyAsync(
                                () -> outcome(() ->
                                        officer.overturn(overturn(id, "v1").build())),
                                officers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(ended).containsExactlyInAnyOrder("OK", "ABORTED");
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "OK";
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode().name();
        }
    }

    private static Refused refused(Runnable call) {
        return Refused.by(call::run);
    }

    private DecisionServiceBlockingStub of(String role, String department, String division) {
        return service.as(role, department, division, DecisionServiceGrpc.newBlockingStub(service.channel()));
    }

    /** As the engine gives it, of a case in Siming. */
    private Decision decided(Outcome outcome, String... labels) {
        return decided(outcome, evidence("REPLICA"), labels);
    }

    private static Evidence evidence(String origin) {
        return Evidence.newBuilder()
                .setDataset("si.months")
                .setSubject("child")
                .setOrigin(origin)
                .setAsOf(Timestamp.newBuilder().setSeconds(1_756_612_800))
                .setAgeMillis(12)
                .build();
    }

    private Decision decided(Outcome outcome, Evidence evidence, String... labels) {
        PersonKey child = people.next();
        Decision decision = Decision.newBuilder()
                .setOutcome(outcome)
                .setEvaluationDate("2020-08-31")
                .setRuleSet(RuleSetRef.newBuilder().setId("XM-TEST"))
                .addReasons(Reason.newBuilder().setCode("GATE"))
                .addEvidence(evidence)
                .addAllLabels(List.of(labels))
                .build();
        return service.bean(Decisions.class).answer(decision, Looks.at(child), new DivisionCode("350203"));
    }

    private static GetDecisionRequest get(String id) {
        return GetDecisionRequest.newBuilder().setId(id).setContext(CONTEXT).build();
    }

    private static ConfirmRefusalRequest.Builder confirm(String id, String etag) {
        return ConfirmRefusalRequest.newBuilder()
                .setId(id)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setReason("too few months")
                .setArticle("第三条")
                .setContext(CONTEXT);
    }

    private static OverturnRequest.Builder overturn(String id, String etag) {
        return OverturnRequest.newBuilder()
                .setId(id)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setReason("the officer knows better")
                .setArticle("第五条")
                .setContext(CONTEXT);
    }

    private long leaves() {
        Long leaves = service.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM ledger_leaf", Long.class);
        return leaves == null ? 0 : leaves;
    }
}
