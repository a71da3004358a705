package onepermit.social.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.ConfirmRefusalRequest;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RevisionServiceGrpc;
import onepermit.social.v1.FilingKind;
import onepermit.social.v1.FilingState;
import onepermit.social.v1.GetPointsRequest;
import onepermit.social.v1.PermitPoints;
import onepermit.social.v1.PointsFiling;
import onepermit.social.v1.PointsSheet;
import onepermit.social.v1.ScoreStatus;
import onepermit.social.v1.StandardScoreFact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows D17, D21 and D22: a score is fixed on a final decision, confirmed when the permit is endorsed, and lapses with it. */
class DeterminationTest {
    private static final TalentCentre CENTRE = new TalentCentre();
    private static final Map<String, String> DOCTOR = Map.of("education.level", "DOCTOR");

    @AfterAll
    static void close() {
        CENTRE.close();
    }

    @Test
    void D17_at_120_the_standard_is_reached_and_education_is_told_that_alone() throws Exception {
        String holder = holder("1961-03-01", "2015-09", "2016-08");
        PointsFiling filing = CENTRE.accepted(holder, "2016-09-01", DOCTOR);
        PointsSheet sheet = CENTRE.score(holder, filing);
        assertThat(sheet.getDecision().getOutcome())
                .as("%s", sheet.getDecision())
                .isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(sheet.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(sheet.getDecision().getRuleSet().getId()).isEqualTo("SH-POINTS-2015");

        PermitPoints points =
                CENTRE.determine(holder, filing, sheet.getDecision().getId());

        assertThat(points.getPoints()).isEqualTo(120);
        assertThat(points.getStandardReached()).isTrue();
        assertThat(points.getStandsUntil()).isEqualTo("2099-01-04");
        assertThat(points.getStatus()).isEqualTo(ScoreStatus.SCORE_STATUS_STANDING);
        StandardScoreFact fact = published(holder);
        assertThat(fact.getStandardReached()).isTrue();
        assertThat(fact.getStandsUntil()).isEqualTo(20990104);
        assertThat(StandardScoreFact.getDescriptor().getFields())
                .extracting(field -> field.getName())
                .containsExactly("standard_reached", "determined_on", "stands_until");
        assertThat(CENTRE.get(holder).getPoints()).isEqualTo(points);
        assertThat(CENTRE.get(holder).getFiling().getState()).isEqualTo(FilingState.FILING_STATE_DETERMINED);
    }

    @Test
    void D17_below_120_an_officer_confirms_the_refusal_before_the_score_is_fixed() throws Exception {
        String holder = holder("1960-03-01", "2015-09", "2016-08");
        PointsFiling filing = CENTRE.accepted(holder, "2016-09-01", DOCTOR);
        var decision = CENTRE.score(holder, filing).getDecision();
        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(decision.getReasons(0).getTextEn()).contains("2 are missing");
        assertThat(Refused.by(() -> CENTRE.determine(holder, filing, decision.getId()))
                        .reason())
                .isEqualTo("DECISION_NOT_FINAL");

        confirm(decision.getId());
        PermitPoints points = CENTRE.determine(holder, filing, decision.getId());

        assertThat(points.getPoints()).isEqualTo(118);
        assertThat(points.getStandardReached()).isFalse();
        assertThat(published(holder).getStandardReached()).isFalse();
    }

    @Test
    void nothing_is_fixed_under_figures_that_were_carried_forward() {
        String holder = holder("1990-03-01", "2025-06", "2025-08");
        PointsFiling filing = CENTRE.accepted(holder, "2025-09-15", DOCTOR);
        var decision = CENTRE.score(holder, filing).getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getLabelsList()).contains("SYNTHETIC_RULE_SET");
        assertThat(Refused.by(() -> CENTRE.determine(holder, filing, decision.getId()))
                        .reason())
                .isEqualTo("DECISION_NOT_FINAL");
    }

    @Test
    void a_claim_that_could_not_be_verified_leaves_a_range_and_refuses_nobody() {
        String holder = holder("1980-03-01", "2015-09", "2016-08");
        PointsFiling filed = CENTRE.file(holder, "2016-09-01", Map.of("education.level", "DOCTOR"));
        var findings = new HashMap<>(TalentCentre.CLEAN);
        findings.put("education.level", "");
        PointsFiling filing = CENTRE.accept(holder, filed, "2016-09-01", findings);

        PointsSheet sheet = CENTRE.score(holder, filing);

        assertThat(sheet.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(sheet.getDecision().getPendingList())
                .anyMatch(pending -> pending.getCause().equals("NOT_CONFIRMED"));
        assertThat(sheet.getDecision().getResult().hasPoints()).isFalse();
        assertThat(sheet.getRange().getLeast()).isEqualTo(33);
        assertThat(sheet.getRange().getMost()).isEqualTo(143);
        assertThat(Refused.by(() -> CENTRE.determine(
                                holder, filing, sheet.getDecision().getId()))
                        .reason())
                .isEqualTo("DECISION_NOT_FINAL");
    }

    @Test
    void a_record_that_nobody_looked_up_is_unknown_and_no_permit_heard_of_is_for_an_officer() {
        String holder = SyntheticIds.man("1980-03-01");
        CENTRE.insured(holder, "2015-09", "2016-08");
        CENTRE.permit(SyntheticIds.man("1980-03-02"));
        PointsFiling filing =
                CENTRE.accept(holder, CENTRE.file(holder, "2016-09-01", Map.of()), "2016-09-01", Map.of());

        var decision = CENTRE.score(holder, filing).getDecision();

        assertThat(line(decision, "veto.crime").getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_UNKNOWN);
        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
    }

    @Test
    void a_decision_on_the_filing_of_somebody_else_fixes_nothing() {
        String one = holder("1980-03-01", "2015-09", "2016-08");
        String other = holder("1980-03-02", "2015-09", "2016-08");
        PointsFiling ofOne = CENTRE.accepted(one, "2016-09-01", DOCTOR);
        PointsFiling ofOther = CENTRE.accepted(other, "2016-09-01", DOCTOR);
        String decision = CENTRE.score(one, ofOne).getDecision().getId();

        assertThat(Refused.by(() -> CENTRE.determine(other, ofOther, decision)).reason())
                .isEqualTo("DECISION_UNKNOWN");
        assertThat(Refused.by(() -> CENTRE.determine(other, ofOne, decision)).reason())
                .isEqualTo("FILING_NOT_FOUND");
    }

    @Test
    void a_fact_that_changes_scores_an_open_filing_again_and_nothing_is_fixed_on_the_decision_of_before() {
        String holder = holder("1961-03-01", "2015-09", "2016-08");
        PointsFiling filing = CENTRE.accepted(holder, "2016-09-01", DOCTOR);
        var before = CENTRE.score(holder, filing).getDecision();

        CENTRE.insured(holder, "2014-09", "2015-08");
        Await.until("the filing is scored again", () -> !revisions(filing).isEmpty());
        DecisionRevision revision = revisions(filing).getFirst();

        assertThat(revision.getKind()).isEqualTo("points");
        assertThat(revision.getBefore()).isEqualTo(before.getId());
        assertThat(revision.getBecauseList()).contains("si.months");
        assertThat(Refused.by(() -> CENTRE.determine(holder, filing, before.getId()))
                        .reason())
                .isEqualTo("DECISION_REVISED");
        assertThat(CENTRE.determine(holder, filing, revision.getAfter()).getPoints())
                .isEqualTo(123);

        CENTRE.insured(holder, "2013-09", "2014-08");
        Await.until("the fixed score is flagged", () -> revisions(filing).size() == 2);
        assertThat(revisions(filing).getFirst().getApplied()).isFalse();
        assertThat(CENTRE.get(holder).getPoints().getPoints())
                .as("it stands as it was fixed")
                .isEqualTo(123);
    }

    private static List<DecisionRevision> revisions(PointsFiling filing) {
        return CENTRE.office
                .service
                .as(
                        "social-insurance-officer",
                        "social",
                        TalentCentre.PUDONG,
                        RevisionServiceGrpc.newBlockingStub(CENTRE.office.service.channel()))
                .listRevisions(ListRevisionsRequest.newBuilder()
                        .setCaseId(filing.getId())
                        .setContext(TalentCentre.CONTEXT)
                        .build())
                .getRevisionsList();
    }

    @Test
    void D22_an_endorsement_opens_a_confirmation_once_and_a_cancellation_ends_the_points() throws Exception {
        String holder = determined("2016-01-04", "2099-01-04");
        CENTRE.permit(holder, "2016-01-04", "2100-01-04", "");

        sweep();
        sweep();

        PointsFiling confirmation = CENTRE.get(holder).getFiling();
        assertThat(confirmation.getKind()).isEqualTo(FilingKind.FILING_KIND_CONFIRMATION);
        assertThat(confirmation.getState()).isEqualTo(FilingState.FILING_STATE_FILED);
        assertThat(CENTRE.get(holder).getPoints().getStandsUntil()).isEqualTo("2099-01-04");

        PointsFiling accepted = CENTRE.accept(holder, confirmation, confirmation.getFiledOn(), TalentCentre.CLEAN);
        assertThat(CENTRE.score(holder, accepted).getDecision().getResult().hasPoints())
                .isTrue();

        CENTRE.permit(holder, "2016-01-04", "2100-01-04", "2026-11-01");
        sweep();

        assertThat(CENTRE.get(holder).getPoints().getStandsUntil()).isEqualTo("2026-10-31");
        assertThat(CENTRE.get(holder).getPoints().getStatus()).isEqualTo(ScoreStatus.SCORE_STATUS_LAPSED);
        assertThat(published(holder).getStandsUntil()).isEqualTo(20261031);
    }

    @Test
    void D22_a_permit_endorsed_no_further_takes_the_points_with_it_and_nobody_had_to_do_anything() {
        String holder = determined("2016-01-04", "2017-01-04");

        assertThat(CENTRE.get(holder).getPoints().getStatus()).isEqualTo(ScoreStatus.SCORE_STATUS_LAPSED);
    }

    /** Row D21: whoever asks, wherever, is told the same number. */
    @Test
    void D21_an_officer_of_the_district_and_a_supervisor_of_the_city_are_told_the_same() {
        String holder = determined("2016-01-04", "2099-01-04");
        var supervisor = CENTRE.points("supervisor", "310000")
                .getPoints(GetPointsRequest.newBuilder()
                        .setCitizenId(holder)
                        .setContext(TalentCentre.CONTEXT)
                        .build());

        assertThat(supervisor).isEqualTo(CENTRE.get(holder));
    }

    private static String determined(String issued, String endorsedTo) {
        String holder = SyntheticIds.man("1980-03-01");
        CENTRE.insured(holder, "2015-09", "2016-08");
        CENTRE.permit(holder, issued, endorsedTo, "");
        PointsFiling filing = CENTRE.accepted(holder, "2016-09-01", DOCTOR);
        CENTRE.determine(
                holder, filing, CENTRE.score(holder, filing).getDecision().getId());
        return holder;
    }

    private static String holder(String born, String paidFrom, String paidTo) {
        String id = SyntheticIds.man(born);
        CENTRE.insured(id, paidFrom, paidTo);
        CENTRE.permit(id);
        return id;
    }

    private static void confirm(String decision) {
        var decisions = CENTRE.office.service.as(
                "social-insurance-officer",
                "social",
                TalentCentre.PUDONG,
                DecisionServiceGrpc.newBlockingStub(CENTRE.office.service.channel()));
        String etag = decisions
                .getDecision(GetDecisionRequest.newBuilder()
                        .setId(decision)
                        .setContext(TalentCentre.CONTEXT)
                        .build())
                .getEtag();
        decisions.confirmRefusal(ConfirmRefusalRequest.newBuilder()
                .setId(decision)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setReason("两项相加仍差2分")
                .setArticle("标准分值")
                .setContext(TalentCentre.CONTEXT)
                .build());
    }

    private static void sweep() {
        CENTRE.office.service.bean(ConfirmAtEndorsement.class).sweep();
    }

    private static StandardScoreFact published(String holder) throws Exception {
        var facts = CENTRE.office.service.bean(FactReader.class).readOwn(List.of(CENTRE.office.key(holder)));
        List<FactRow> rows = facts.find(CENTRE.office.key(holder), "points.standard", TalentCentre.PUDONG)
                .rows();
        assertThat(rows).hasSize(1);
        return StandardScoreFact.parseFrom(rows.getFirst().payload());
    }

    private static Criterion line(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(line -> line.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
