package onepermit.exchange.redecision;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.AcknowledgeRevisionRequest;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.GetDecisionResponse;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RevisionServiceGrpc;
import onepermit.exchange.v1.RevisionServiceGrpc.RevisionServiceBlockingStub;
import onepermit.permit.v1.HukouFact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Public security changes a fact; education has decided by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedecisionTest {
    private static final String SIMING = "350203";
    private static final String JIMEI = "350211";

    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education =
            permit.beside(DecidingRoad.class, Map.of("onepermit.redecision.every", "50ms"));
    private final HukouCases cases = education.bean(HukouCases.class);
    private final Owner owner = new Owner(permit.context());
    private final People people = new People(91);

    @AfterAll
    void close() {
        education.close();
        permit.close();
    }

    @Test
    void a_changed_value_decides_an_open_case_anew_and_both_decisions_stay_and_the_officer_is_told() {
        PersonKey person = living(SIMING);
        Decision before = open("OPEN-1", person, false);

        owner.publish(JIMEI, person);

        DecisionRevision revision = revisionOf("OPEN-1");
        assertThat(revision.getBefore()).isEqualTo(before.getId());
        assertThat(revision.getOutcomeBefore()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(revision.getOutcomeAfter()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(revision.getApplied()).isTrue();
        assertThat(revision.getBecauseList()).containsExactly(Owner.DATASET);
        assertThat(cases.of("OPEN-1").decision()).isEqualTo(revision.getAfter());
        assertThat(read(before.getId())).isEqualTo(before);
        assertThat(stored(before.getId()).getReplacedBy()).isEqualTo(revision.getAfter());
        assertThat(read(revision.getAfter()).getFinality())
                .as("a machine's no is a proposal here too")
                .isEqualTo(Finality.FINALITY_PROPOSED);
    }

    @Test
    void a_confirmed_decision_stands_and_is_flagged_once() {
        PersonKey person = living(SIMING);
        Decision before = open("CONFIRMED-1", person, true);

        owner.publish(JIMEI, person);

        DecisionRevision revision = revisionOf("CONFIRMED-1");
        assertThat(revision.getApplied()).isFalse();
        assertThat(cases.of("CONFIRMED-1").decision()).isEqualTo(before.getId());
        assertThat(read(revision.getAfter()).getLabelsList()).contains("WHAT_IF");
        assertThat(watched("CONFIRMED-1")).isZero();
    }

    @Test
    void another_version_with_the_same_values_revises_nothing() {
        PersonKey person = living(SIMING);
        Decision before = open("SAME-1", person, false);
        double same = counted("SAME");

        Message other = HukouFact.newBuilder().setDivision(JIMEI).build();
        owner.publish(
                List.of(new FactChange(Owner.DATASET, person, "other", "onepermit.hukou.PlaceChanged.v1", other)));

        Await.until("the case was looked at", () -> counted("SAME") > same);
        assertThat(cases.of("SAME-1").decision()).isEqualTo(before.getId());
        assertThat(revisions("SAME-1")).isEmpty();
    }

    @Test
    void a_case_that_has_ended_is_watched_no_more() {
        PersonKey person = living(SIMING);
        open("ENDED-1", person, false);
        cases.end("ENDED-1");

        owner.publish(JIMEI, person);

        Await.until("it is forgotten", () -> watched("ENDED-1") == 0);
        assertThat(revisions("ENDED-1")).isEmpty();
    }

    @Test
    void what_an_officer_has_seen_leaves_the_list_and_another_division_sees_none_of_it() {
        PersonKey person = living(SIMING);
        open("SEEN-1", person, false);
        owner.publish(JIMEI, person);
        String id = revisionOf("SEEN-1").getId();

        assertThat(Refused.by(() -> officer(JIMEI).acknowledgeRevision(acknowledge(id)))
                        .reason())
                .isEqualTo("REVISION_NOT_FOUND");
        assertThat(officer(SIMING)
                        .acknowledgeRevision(acknowledge(id))
                        .getRevision()
                        .getSeenBy())
                .isEqualTo("officer-1");

        assertThat(revisions("SEEN-1")).isEmpty();
        assertThat(officer(SIMING)
                        .listRevisions(asked("SEEN-1").setSeenToo(true).build())
                        .getRevisionsList())
                .hasSize(1);
        assertThat(officer(JIMEI)
                        .listRevisions(asked("SEEN-1").setSeenToo(true).build())
                        .getRevisionsList())
                .isEmpty();
    }

    private PersonKey living(String division) {
        PersonKey person = people.next();
        owner.publish(division, person);
        Await.until(
                "the fact is at the reader",
                () -> !education
                        .bean(FactReader.class)
                        .read(List.of(person), Contexts.ADMISSION)
                        .find(person, Owner.DATASET)
                        .rows()
                        .isEmpty());
        return person;
    }

    private Decision open(String id, PersonKey person, boolean confirmed) {
        WatchedCases watched = education.bean(WatchedCases.class);
        Basis basis = watched.basis(List.of(person));
        Decision recorded = education
                .bean(Decisions.class)
                .answer(cases.decide(person), cases.look(person), new DivisionCode(SIMING));
        new TransactionTemplate(education.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            cases.put(id, new HukouCases.Case(person, recorded.getId(), confirmed));
            watched.decided(HukouCases.KIND, id, recorded, List.of(person), basis);
        });
        return recorded;
    }

    private DecisionRevision revisionOf(String caseId) {
        Await.until("there is a revision of " + caseId, () -> !revisions(caseId).isEmpty());
        return revisions(caseId).getFirst();
    }

    private List<DecisionRevision> revisions(String caseId) {
        return officer(SIMING).listRevisions(asked(caseId).build()).getRevisionsList();
    }

    private static ListRevisionsRequest.Builder asked(String caseId) {
        return ListRevisionsRequest.newBuilder().setCaseId(caseId).setContext(Contexts.ADMISSION);
    }

    private static AcknowledgeRevisionRequest acknowledge(String id) {
        return AcknowledgeRevisionRequest.newBuilder()
                .setId(id)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Contexts.ADMISSION)
                .build();
    }

    private Decision read(String id) {
        return stored(id).getDecision();
    }

    private GetDecisionResponse stored(String id) {
        return education
                .as("admission-officer", "education", SIMING, DecisionServiceGrpc.newBlockingStub(education.channel()))
                .getDecision(GetDecisionRequest.newBuilder()
                        .setId(id)
                        .setContext(Contexts.ADMISSION)
                        .build());
    }

    private long watched(String caseId) {
        Long count = education
                .bean(JdbcTemplate.class)
                .queryForObject("SELECT count(*) FROM watched_case WHERE case_id = ?", Long.class, caseId);
        return count == null ? 0 : count;
    }

    private double counted(String result) {
        return education
                .bean(MeterRegistry.class)
                .find("onepermit.redecisions")
                .tag("result", result)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private RevisionServiceBlockingStub officer(String division) {
        return education.as(
                "admission-officer", "education", division, RevisionServiceGrpc.newBlockingStub(education.channel()));
    }
}
