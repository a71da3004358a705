package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import onepermit.education.Ground;
import onepermit.education.v1.HandInResponse;
import onepermit.education.v1.ReviewRequest;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Outcome;
import onepermit.social.v1.InsuranceKind;
import org.junit.jupiter.api.Test;

/** The second table, Panyu 2016 (DOMAIN §2.9, H04): what departments share counts by itself, what they do not an officer reads. */
class PanyuTest {
    private static final String PANYU = "440113";
    private final Ground ground = Ground.get();

    @Test
    void h04_permit_work_and_five_insurances_are_counted_and_papers_that_nobody_shares_are_an_officers() {
        SchoolRound round = SchoolRound.opened(ground, PANYU, 2016, 1, 1);
        Household family = new Household(ground, 20100302).vaccinated();
        String father = family.father;
        family.kin(father, 1).kin(family.mother, 2);
        family.lives(father, PANYU, 20110801).works(father, PANYU, 20110901).permitted(father, PANYU, 20110801);
        for (InsuranceKind kind : InsuranceKind.values()) {
            if (kind != InsuranceKind.UNRECOGNIZED && kind.getNumber() > 0) {
                family.paid(father, "440100", kind, 2015);
            }
        }
        family.planned(father).known();

        HandInResponse filed = round.handIn(family, round.a);

        Map<String, Integer> points = filed.getDecision().getCriteriaList().stream()
                .filter(Criterion::hasPoints)
                .collect(Collectors.toMap(Criterion::getId, Criterion::getPoints));
        assertThat(points)
                .containsEntry("permit", 3000)
                .containsEntry("employment", 2400)
                .containsEntry("insurance.pension", 120)
                .containsEntry("insurance.maternity", 120)
                .containsEntry("planning.births", 3000);
        assertThat(filed.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(filed.getApplication().getPoints()).isEqualTo(9000);
        assertThat(filed.getApplication().getPointScale()).isEqualTo(100);

        round.applications()
                .review(ReviewRequest.newBuilder()
                        .setNumber(filed.getApplication().getNumber())
                        .setVerdict("RANKED")
                        .setAddedPoints(2000)
                        .setReason("已查看学历证书原件：本科")
                        .setArticle("积分表 学历")
                        .setEtag(filed.getEtag())
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());
        assertThat(round.closed().rank().getRanking().getPointScale()).isEqualTo(100);
        assertThat(round.published().getLines(0).getPoints()).isEqualTo(11_000);
    }
}
