package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.TimeUnit;
import onepermit.education.Ground;
import onepermit.education.v1.AdmissionRound;
import onepermit.education.v1.GetApplicationRequest;
import onepermit.education.v1.GetApplicationResponse;
import onepermit.education.v1.GetRoundRequest;
import onepermit.education.v1.HandInRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ListApplicationsRequest;
import onepermit.education.v1.OpenRoundRequest;
import onepermit.education.v1.ReviewRequest;
import onepermit.education.v1.ReviewResponse;
import onepermit.education.v1.SchoolApplication;
import onepermit.education.v1.VerifyAgainRequest;
import onepermit.education.v1.VerifyAgainResponse;
import onepermit.education.v1.WithdrawRequest;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RevisionServiceGrpc;
import org.junit.jupiter.api.Test;

/** Applications of a round: handed in once, verified from shared facts, settled by officers and never by silence. */
class SchoolApplicationsTest {
    private static final String SIMING = "350203";
    private static final int BORN_2010 = 20100302;
    private final Ground ground = Ground.get();

    @Test
    void an_application_is_verified_as_it_comes_in_and_keeps_a_number_only() {
        SchoolRound round = SchoolRound.opened(ground, SIMING, 2016, 2, 1);
        Household family = Household.settled(ground, BORN_2010, SIMING, 2016).known();

        HandInResponse answer = round.handIn(family, round.a, round.b);

        SchoolApplication application = answer.getApplication();
        assertThat(application.getNumber()).isEqualTo("350203-2016-000001");
        assertThat(application.getStanding()).isEqualTo("VERIFIED");
        assertThat(application.getPoints()).isEqualTo(72);
        assertThat(application.getInsuranceMonths()).isEqualTo(72);
        assertThat(application.getDecisionId()).isEqualTo(answer.getDecision().getId());
        assertThat(answer.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(application.toString()).doesNotContain(family.child, family.father, family.mother);
    }

    @Test
    void the_same_filing_again_is_the_same_application_and_another_one_of_the_child_is_refused() {
        SchoolRound round = SchoolRound.opened(ground, "350205", 2016, 2, 1);
        Household family = Household.settled(ground, BORN_2010, "350205", 2016).known();
        HandInRequest filing = round.filing(family, round.a).build();

        HandInResponse first = round.applications().handIn(filing);
        HandInResponse again = round.applications().handIn(filing);

        assertThat(again.getApplication()).isEqualTo(first.getApplication());
        assertThat(reason(() -> round.handIn(family, round.b))).isEqualTo("ALREADY_APPLIED");
        round.applications().withdraw(withdrawal(first));
        assertThat(round.handIn(family, round.b).getApplication().getNumber()).endsWith("-000002");
    }

    @Test
    void preferences_are_schools_of_the_round_each_once_and_not_too_many() {
        SchoolRound round = SchoolRound.opened(ground, "350206", 2016, 2, 1);
        Household family = Household.settled(ground, BORN_2010, "350206", 2016).known();

        assertThat(reason(() -> round.handIn(family, "SM-1"))).isEqualTo("SCHOOL_NOT_IN_ROUND");
        assertThat(reason(() -> round.handIn(family, round.a, round.a))).isEqualTo("SCHOOL_TWICE");
        assertThat(reason(() -> round.handIn(family, round.a, round.b, round.a, round.b)))
                .isEqualTo("PREFERENCES_TOO_MANY");
    }

    @Test
    void filing_has_a_first_and_a_last_day_and_an_officer_may_end_it() {
        SchoolRound round = SchoolRound.opened(ground, "350211", 2016, 2, 1);
        Household family = Household.settled(ground, BORN_2010, "350211", 2016).known();
        SchoolRound other = SchoolRound.opened(ground, "350212", 2016, 2, 1);
        OpenRoundRequest later = other.opening(1, 1)
                .setSchoolYear(2017)
                .setOpens(other.today().plusDays(1).toString())
                .build();
        other.rounds().openRound(later);

        assertThat(reason(() -> other.applications()
                        .handIn(other.filing(family, other.a)
                                .setRound("350212-2017")
                                .build())))
                .isEqualTo("FILING_NOT_OPEN");
        round.closed();
        assertThat(reason(() -> round.handIn(family, round.a))).isEqualTo("FILING_OVER");
    }

    @Test
    void what_a_machine_would_refuse_waits_for_an_officer_with_reason_and_article() {
        SchoolRound round = SchoolRound.opened(ground, "350213", 2016, 2, 1);
        Household family = Household.settled(ground, BORN_2010, "350213", 2016);
        family.lives(family.father, "350213", 20160701)
                .lives(family.mother, "350213", 20160701)
                .known();

        HandInResponse filed = round.handIn(family, round.a);
        assertThat(filed.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(filed.getApplication().getStanding()).isEqualTo("NEEDS_REVIEW");

        assertThat(reason(() -> round.applications().review(review(filed, "RANKED"))))
                .isEqualTo("NOT_FOR_RANKING");
        ReviewResponse settled = round.applications().review(review(filed, "OUTSIDE_POINTS"));
        assertThat(settled.getApplication().getStanding()).isEqualTo("OUTSIDE_POINTS");
        assertThat(settled.getApplication().getReview().getOfficer()).isEqualTo("officer-1");
        assertThat(settled.getApplication().getReview().getArticle()).isEqualTo("申请条件");
    }

    @Test
    void a_fact_that_changes_is_taken_in_by_itself_and_both_decisions_stay() {
        SchoolRound round = SchoolRound.opened(ground, SIMING, 2017, 2, 1);
        Household family = Household.settled(ground, 20110302, SIMING, 2017).known();
        HandInResponse filed = round.handIn(family, round.a);

        family.owns(family.father, SIMING, 6000).known();
        Await.until("it was decided again", () -> decisions(round, filed).size() == 2);
        GetApplicationResponse now = round.applications().getApplication(get(filed));

        assertThat(now.getApplication().getPoints()).isEqualTo(92);
        assertThat(decisions(round, filed)).startsWith(filed.getDecision().getId());
        DecisionRevision revision = RevisionServiceGrpc.newBlockingStub(ground.channel())
                .withCallCredentials(round.applications().getCallOptions().getCredentials())
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .listRevisions(ListRevisionsRequest.newBuilder()
                        .setCaseId(filed.getApplication().getNumber())
                        .setContext(SchoolRound.context())
                        .build())
                .getRevisions(0);
        assertThat(revision.getKind()).isEqualTo("admission");
        assertThat(revision.getBefore()).isEqualTo(filed.getDecision().getId());
        assertThat(revision.getBecauseList()).contains("dwelling");
        assertThat(revision.getApplied()).isTrue();

        VerifyAgainResponse again = round.applications()
                .verifyAgain(VerifyAgainRequest.newBuilder()
                        .setNumber(filed.getApplication().getNumber())
                        .setEtag(now.getEtag())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
        assertThat(again.getApplication().getPoints())
                .as("an officer who asks finds the same")
                .isEqualTo(92);
    }

    @Test
    void scenario_36_who_moves_to_another_district_is_decided_again() {
        SchoolRound round = SchoolRound.opened(ground, "350206", 2018, 2, 1);
        Household family = Household.settled(ground, 20120302, "350206", 2018).known();
        HandInResponse filed = round.handIn(family, round.a);
        assertThat(filed.getApplication().getStanding()).isEqualTo("VERIFIED");

        family.moves(family.father, "350206", 20130801, "350211", 20180701).known();

        Await.until("it was decided again", () -> decisions(round, filed).size() == 2);
        assertThat(round.applications()
                        .getApplication(get(filed))
                        .getApplication()
                        .getDecisionIdsList())
                .startsWith(filed.getDecision().getId());
    }

    private static List<String> decisions(SchoolRound round, HandInResponse filed) {
        return round.applications().getApplication(get(filed)).getApplication().getDecisionIdsList();
    }

    @Test
    void applications_are_listed_by_number_page_by_page_and_by_standing() {
        SchoolRound round = SchoolRound.opened(ground, "350205", 2017, 2, 1);
        for (int i = 0; i < 3; i++) {
            round.handIn(Household.settled(ground, 20110302, "350205", 2017).known(), round.a);
        }
        ListApplicationsRequest.Builder list = ListApplicationsRequest.newBuilder()
                .setRound(round.id)
                .setPageSize(2)
                .setContext(SchoolRound.context());

        var first = round.applications().listApplications(list.build());
        var last = round.applications()
                .listApplications(list.setPageToken(first.getNextPageToken()).build());

        assertThat(first.getApplicationsList()).hasSize(2);
        assertThat(last.getApplicationsList()).hasSize(1);
        assertThat(last.getNextPageToken()).isEmpty();
        assertThat(round.applications()
                        .listApplications(list.clearPageToken()
                                .setStanding("NEEDS_REVIEW")
                                .build())
                        .getApplicationsList())
                .isEmpty();
    }

    @Test
    void a_round_is_opened_once_by_its_own_division_and_tells_the_hash_of_its_seed_only() {
        SchoolRound round = SchoolRound.opened(ground, "350206", 2017, 2, 1);

        AdmissionRound read = round.rounds()
                .getRound(GetRoundRequest.newBuilder().setRound(round.id).build())
                .getRound();
        assertThat(read.getTieBreakList()).containsExactly("LONGER_INSURANCE", "LONGER_RESIDENCE", "LOTTERY");
        assertThat(read.getSeedHash()).hasSize(64);
        assertThat(read.getUnverifiedList()).contains("tieBreak");
        assertThat(reason(() -> round.rounds().openRound(round.opening(2, 1).build())))
                .isEqualTo("ROUND_OPEN");
        SchoolRound elsewhere = SchoolRound.opened(ground, "350211", 2017, 2, 1);
        assertThat(reason(() -> elsewhere
                        .rounds()
                        .getRound(
                                GetRoundRequest.newBuilder().setRound(round.id).build())))
                .isEqualTo("DIVISION");
    }

    private static WithdrawRequest withdrawal(HandInResponse filed) {
        return WithdrawRequest.newBuilder()
                .setNumber(filed.getApplication().getNumber())
                .setEtag(filed.getEtag())
                .setRequestId(SchoolRound.id())
                .setContext(SchoolRound.context())
                .build();
    }

    private static ReviewRequest review(HandInResponse filed, String verdict) {
        return ReviewRequest.newBuilder()
                .setNumber(filed.getApplication().getNumber())
                .setVerdict(verdict)
                .setReason("居住年限未满")
                .setArticle("申请条件")
                .setEtag(filed.getEtag())
                .setRequestId(SchoolRound.id())
                .setContext(SchoolRound.context())
                .build();
    }

    private static GetApplicationRequest get(HandInResponse filed) {
        return GetApplicationRequest.newBuilder()
                .setNumber(filed.getApplication().getNumber())
                .setContext(SchoolRound.context())
                .build();
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Ground.reason(catchThrowable(call));
    }
}
