package onepermit.education.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.education.Ground;
import onepermit.education.v1.CheckExamEligibilityRequest;
import onepermit.education.v1.ExamServiceGrpc;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.permit.v1.KinshipFact;
import onepermit.permit.v1.PermitFact;
import onepermit.social.v1.StandardScoreFact;
import org.junit.jupiter.api.Test;

/** Scenario 18 and row D23: a parent's score opens examinations, and education is told no points. */
class ExamEligibilityTest {
    private static final String PUDONG = "310115";
    private static final Ground GROUND = Ground.get();

    private final String child = SyntheticIds.woman("2002-03-01");
    private final String father = SyntheticIds.man("1975-03-01");

    @Test
    void D23_at_the_standard_score_both_examinations_are_open() {
        known(20170104, standard(true, 20170104));

        Decision decision = check("2016-12-01");

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getItemsList())
                .containsExactly("COMPULSORY", "VOCATIONAL", "SENIOR_SECONDARY", "COLLEGE_ENTRANCE");
        assertThat(decision.getEvidenceList())
                .anyMatch(evidence -> evidence.getDataset().equals("points.standard"));
    }

    @Test
    void D23_below_it_compulsory_schooling_and_vocational_enrolment_remain() {
        known(20170104, standard(false, 20170104));

        Decision decision = check("2016-12-01");

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(decision.getReasons(0).getCode()).isEqualTo("STANDARD_NOT_REACHED");
        assertThat(decision.getResult().getItemsList()).containsExactly("COMPULSORY", "VOCATIONAL");
    }

    @Test
    void who_never_had_points_determined_is_not_at_the_standard() {
        known(20170104);

        assertThat(check("2016-12-01").getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
    }

    @Test
    void a_score_that_lapsed_with_the_permit_opens_nothing_any_more() {
        known(20170104, standard(true, 20170104));

        Decision decision = check("2017-01-05");

        assertThat(decision.getResult().getItemsList()).containsExactly("COMPULSORY");
    }

    @Test
    void a_stranger_is_no_parent_and_nobody_is_refused_on_his_facts() {
        known(20170104, standard(false, 20170104));
        String stranger = SyntheticIds.man("1975-03-01");

        Decision decision = check("2016-12-01", stranger);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(decision.getReasons(0).getCode()).isEqualTo("KINSHIP_UNKNOWN");
    }

    private Decision check(String on) {
        return check(on, father);
    }

    private Decision check(String on, String parent) {
        return GROUND.officer(PUDONG, ExamServiceGrpc.newBlockingStub(GROUND.channel()))
                .checkExamEligibility(CheckExamEligibilityRequest.newBuilder()
                        .setChildId(child)
                        .addGuardianIds(parent)
                        .setDivision(PUDONG)
                        .setRegisteredOn(on)
                        .setContext(Contexts.ADMISSION)
                        .build())
                .getDecision();
    }

    private StandardScoreFact standard(boolean reached, int until) {
        return StandardScoreFact.newBuilder()
                .setStandardReached(reached)
                .setDeterminedOn(20160901)
                .setStandsUntil(until)
                .build();
    }

    /** The departments say so, and it has come over the road. */
    private void known(int endorsedTo, StandardScoreFact... scores) {
        byte[] tag = GROUND.bean(DatasetKeys.class)
                .tag(
                        "hukou.kinship",
                        key(child).bytes(),
                        new byte[] {1},
                        key(father).bytes());
        KinshipFact kinship =
                KinshipFact.newBuilder().addTags(ByteString.copyFrom(tag)).build();
        PermitFact permit = PermitFact.newBuilder()
                .setDivision(PUDONG)
                .setIssuedOn(20160104)
                .setEndorsedTo(endorsedTo)
                .build();
        GROUND.publish(
                Map.of(
                        "permit",
                        List.of(
                                new FactChange("hukou.kinship", key(child), "kinship", "onepermit.test.v1", kinship),
                                new FactChange("permit.status", key(father), "permit", "onepermit.test.v1", permit)),
                        "social",
                        Stream.of(scores)
                                .map(score -> new FactChange(
                                        "points.standard", key(father), "standard", "onepermit.test.v1", score))
                                .toList()),
                List.of(key(child), key(father)));
        Instant now = Instant.now();
        Await.until("permit and score are known here", Duration.ofSeconds(60), () -> {
            var read = GROUND.bean(FactReader.class).read(List.of(key(father)), Contexts.ADMISSION);
            return Stream.of("permit.status", "points.standard")
                    .allMatch(dataset ->
                            read.find(key(father), dataset, PUDONG).asOf().isAfter(now));
        });
    }

    private static PersonKey key(String id) {
        return GROUND.bean(PersonKeys.class).of(GROUND.bean(CitizenIds.class).read("citizen_id", id));
    }
}
