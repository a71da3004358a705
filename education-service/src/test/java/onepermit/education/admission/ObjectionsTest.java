package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onepermit.education.Ground;
import onepermit.education.ranking.Objection;
import onepermit.education.ranking.Objections;
import onepermit.education.v1.AllocateSeatsRequest;
import onepermit.education.v1.GetApplicationRequest;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ListObjectionsRequest;
import onepermit.education.v1.RaiseObjectionRequest;
import onepermit.education.v1.RankingObjection;
import onepermit.education.v1.ResolveObjectionRequest;
import onepermit.education.v1.ResolveObjectionResponse;
import onepermit.education.v1.ReviewRequest;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.CorrectionFact;
import onepermit.exchange.v1.CorrectionStanding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A published list is objected to, its owner corrects the fact, and the round is ranked anew (DOMAIN H05). */
class ObjectionsTest {
    private final Ground ground = Ground.get();

    @BeforeEach
    @AfterEach
    void today() {
        ground.clock().shift(Duration.ZERO);
    }

    @Test
    void h05_a_corrected_fact_comes_back_as_points_and_the_list_is_published_anew() {
        SchoolRound round = SchoolRound.opened(ground, "350211", 2018, 1, 1);
        Household first = Household.settled(ground, 20120302, "350211", 2018).known();
        Household second = Household.settled(ground, 20120302, "350211", 2018);
        second.insured(second.father, 2014, 8, 2018, 7).known();
        round.handIn(first, round.a);
        HandInResponse filed = round.handIn(second, round.a);
        round.closed().rank();

        assertThat(reason(() -> round.rankings()
                        .raiseObjection(objection(filed, "si.months").build())))
                .isEqualTo("PERSON_MISSING");
        assertThat(reason(() -> round.rankings()
                        .raiseObjection(about(first.father, objection(filed, "si.months"))
                                .build())))
                .isEqualTo("PERSON_NOT_IN_CASE");
        RankingObjection objection = round.rankings()
                .raiseObjection(
                        about(second.father, objection(filed, "si.months")).build())
                .getObjection();
        assertThat(objection.getOwner()).isEqualTo("social");
        assertThat(objection.getStanding()).isEqualTo("OPEN");
        assertThat(reason(() -> round.rankings()
                        .raiseObjection(objection(filed, "si.months")
                                .setCriterion("degree")
                                .build())))
                .isEqualTo("CRITERION_UNKNOWN");
        assertThat(reason(() -> round.rankings()
                        .raiseObjection(objection(filed, "si.months")
                                .setStatement("证号" + second.father)
                                .build())))
                .isEqualTo("ID_NUMBER");
        ground.clock().shift(Duration.ofDays(20));
        assertThat(reason(() -> allocate(round))).isEqualTo("OBJECTIONS_OPEN");
        ground.clock().shift(Duration.ZERO);

        assertThat(objection.getCorrectionStanding()).isEqualTo("ON_ITS_WAY");
        assertThat(reason(() -> resolve(round, objection))).isEqualTo("CORRECTION_OPEN");
        second.insured(second.father, 2011, 8, 2018, 7).known();
        answered(round, objection, second);
        ResolveObjectionResponse resolved = resolve(round, objection);

        assertThat(resolved.getObjection().getStanding()).isEqualTo("CHANGED");
        assertThat(resolved.getObjection().getDecisionBefore())
                .isEqualTo(filed.getDecision().getId());
        assertThat(resolved.getObjection().getDecisionAfter())
                .isNotEmpty()
                .isNotEqualTo(filed.getDecision().getId());
        assertThat(resolved.getRanking().getGeneration()).isEqualTo(2);
        assertThat(round.rankings()
                        .listObjections(ListObjectionsRequest.newBuilder()
                                .setRound(round.id)
                                .setContext(SchoolRound.context())
                                .build())
                        .getObjectionsList())
                .containsExactly(resolved.getObjection());
        assertThat(resolved.getObjection().getCorrectionStanding()).isEqualTo("CORRECTED");
        assertThat(reason(() -> resolve(round, objection))).isEqualTo("OBJECTION_RESOLVED");
    }

    @Test
    void an_objection_to_a_fact_that_stands_changes_no_rank() {
        SchoolRound round = SchoolRound.opened(ground, "350212", 2018, 1, 1);
        Household family = Household.settled(ground, 20120302, "350212", 2018).known();
        HandInResponse filed = round.handIn(family, round.a);
        round.closed().rank();

        ResolveObjectionResponse resolved = resolve(round, raise(round, filed, ""));

        assertThat(resolved.getObjection().getStanding()).isEqualTo("UNCHANGED");
        assertThat(resolved.getRanking().getGeneration()).isEqualTo(1);
    }

    @Test
    void seats_are_not_allocated_by_a_list_that_is_no_longer_true() {
        SchoolRound round = SchoolRound.opened(ground, "350213", 2018, 1, 1);
        Household family = Household.settled(ground, 20120302, "350213", 2018).known();
        HandInResponse filed = round.handIn(family, round.a);
        round.closed().rank();
        family.owns(family.father, "350213", 6000).known();
        Await.until(
                "the application was decided again",
                () -> round.applications()
                                .getApplication(GetApplicationRequest.newBuilder()
                                        .setNumber(filed.getApplication().getNumber())
                                        .setContext(SchoolRound.context())
                                        .build())
                                .getApplication()
                                .getDecisionIdsCount()
                        == 2);

        ground.clock().shift(Duration.ofDays(20));
        assertThat(reason(() -> allocate(round))).isEqualTo("RANKING_OUTDATED");
    }

    @Test
    void nobody_is_left_out_of_a_ranking_by_silence() {
        SchoolRound round = SchoolRound.opened(ground, "350203", 2019, 1, 1);
        Household family = new Household(ground, 20130302);
        family.lives(family.father, "350203", 20100101)
                .works(family.father, "350203", 20100101)
                .insured(family.father, 2010, 1, 2019, 7)
                .planned(family.father)
                .vaccinated()
                .known();
        HandInResponse filed = round.handIn(family, round.a);
        assertThat(filed.getApplication().getStanding()).isEqualTo("NEEDS_REVIEW");
        round.closed();

        assertThat(reason(round::rank)).isEqualTo("APPLICATIONS_UNSETTLED");
        round.applications()
                .review(ReviewRequest.newBuilder()
                        .setNumber(filed.getApplication().getNumber())
                        .setVerdict("RANKED")
                        .setReason("家长已作出声明，经核实")
                        .setArticle("申请条件")
                        .setEtag(filed.getEtag())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
        assertThat(round.rank().getRanking().getApplications()).isEqualTo(1);
    }

    @Test
    void g04_where_the_nearest_school_is_the_mode_no_points_are_asked() {
        SchoolRound round = SchoolRound.opened(ground, "990101", 2026, 1, 1);
        Household family = new Household(ground, 20200302);
        family.kin(family.father, 1)
                .kin(family.mother, 2)
                .lives(family.father, "990101", 20260801)
                .vaccinated()
                .known();

        HandInResponse filed = round.handIn(family, round.a);

        assertThat(filed.getApplication().getStanding()).as("%s", filed).isEqualTo("VERIFIED");
        assertThat(filed.getApplication().hasPoints()).isFalse();
        assertThat(filed.getDecision().getCriteriaList()).noneMatch(criterion -> criterion.hasPoints());
        assertThat(filed.getDecision().getLabelsList()).contains("SYNTHETIC_RULE_SET");
        assertThat(round.closed().rank().getRanking().getLabelsList()).contains("SYNTHETIC_RULE_SET");
    }

    /** Social security has it in its inbox, has corrected the record, and says so. */
    private void answered(SchoolRound round, RankingObjection objection, Household family) {
        String correction = SchoolRound.id();
        ground.bean(Objections.class)
                .storeSent(UUID.fromString(objection.getId()), new Objection.AtOwner(correction, ""));
        PersonKey person =
                ground.bean(PersonKeys.class).of(ground.bean(CitizenIds.class).read("citizen_id", family.father));
        ground.publish(
                Map.of(
                        "social",
                        List.of(new FactChange(
                                "correction.social",
                                person,
                                correction,
                                "onepermit.correction.CorrectionClosed.v1",
                                CorrectionFact.newBuilder()
                                        .setDataset("si.months")
                                        .setRaisedBy("education")
                                        .setStanding(CorrectionStanding.CORRECTION_STANDING_CORRECTED)
                                        .setAnsweredAtMillis(Instant.now().toEpochMilli())
                                        .build()))),
                List.of(person));
        Await.until(
                "education has heard",
                () -> round.rankings()
                        .listObjections(ListObjectionsRequest.newBuilder()
                                .setRound(round.id)
                                .setContext(SchoolRound.context())
                                .build())
                        .getObjections(0)
                        .getCorrectionStanding()
                        .equals("CORRECTED"));
    }

    private static RaiseObjectionRequest.Builder about(String person, RaiseObjectionRequest.Builder objection) {
        return objection.setCitizenId(person).setClaimed("2011-08至2018-07");
    }

    private static RankingObjection raise(SchoolRound round, HandInResponse filed, String dataset) {
        return round.rankings()
                .raiseObjection(objection(filed, dataset).build())
                .getObjection();
    }

    private static RaiseObjectionRequest.Builder objection(HandInResponse filed, String dataset) {
        return RaiseObjectionRequest.newBuilder()
                .setNumber(filed.getApplication().getNumber())
                .setCriterion("real.insurance")
                .setDataset(dataset)
                .setStatement("参保月数少计三年")
                .setRequestId(SchoolRound.id())
                .setContext(SchoolRound.context());
    }

    private static ResolveObjectionResponse resolve(SchoolRound round, RankingObjection objection) {
        return round.rankings()
                .resolveObjection(ResolveObjectionRequest.newBuilder()
                        .setId(objection.getId())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
    }

    private static void allocate(SchoolRound round) {
        round.allocations()
                .allocateSeats(AllocateSeatsRequest.newBuilder()
                        .setRound(round.id)
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Ground.reason(catchThrowable(call));
    }
}
