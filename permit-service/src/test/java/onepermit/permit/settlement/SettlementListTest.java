package onepermit.permit.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import onepermit.exchange.testing.Refused;
import onepermit.permit.v1.IndicatorWeight;
import onepermit.permit.v1.RankShift;
import onepermit.permit.v1.SettlementFiling;
import onepermit.permit.v1.SettlementIntake;
import onepermit.permit.v1.SettlementLine;
import onepermit.permit.v1.SimulateRankingRequest;
import onepermit.permit.v1.SimulateRankingResponse;
import org.junit.jupiter.api.Test;

/** Rows C04, C05 and K04: a ranking with its ties, a score that the city fixes, and a list that names nobody. */
class SettlementListTest extends SettlementOffice {
    private static final String DAY = "2017-05-10";

    @Test
    void c04_k04_an_intake_is_ranked_its_score_fixed_and_its_list_open_to_anyone() {
        officer().settlements().openIntake(intake(2017, 2).build());
        String first = applicant(10);
        String second = applicant(10);
        String third = applicant(10);
        String fourth = applicant(10);
        SettlementFiling best = ranked(first, DAY, BACHELOR, Map.of());
        SettlementFiling equal = ranked(second, DAY, Map.of("honour.city", "false"), Map.of());
        SettlementFiling alike = ranked(third, DAY, Map.of(), Map.of());
        SettlementFiling waiting = reviewed(fourth, DAY, Map.of(), Map.of("record.detentions", "1"));

        assertThat(Refused.by(() -> rank(2017)).reason()).isEqualTo("FILINGS_UNSETTLED");
        assertThat(Refused.by(() -> list(2017)).reason()).isEqualTo("LIST_NOT_PUBLISHED");
        determine(
                fourth, waiting, score(fourth, waiting).getSheet().getDecision().getId());
        SettlementIntake intake = rank(2017);

        int job = 6 * 9;
        assertThat(intake.getRanked()).isEqualTo(4);
        assertThat(intake.getPointsAtQuota()).isEqualTo(job + 40);
        assertThat(intake.getTiedAtQuota()).isEqualTo(2);
        assertThat(intake.getAboveQuotaScore()).isEqualTo(1);
        assertThat(intake.getPointScale()).isEqualTo(2);
        assertThat(Refused.by(() -> officer()
                                .settlements()
                                .fixCutOff(cutOff(intake, job + 40 - 60).build()))
                        .reason())
                .isEqualTo("QUOTA_EXCEEDED");

        simulated(best, equal, alike);
        SettlementIntake fixed = officer()
                .settlements()
                .fixCutOff(cutOff(intake, job + 40).build())
                .getIntake();

        assertThat(fixed.getCutOff()).isEqualTo(job + 40);
        assertThat(lines(list(2017)))
                .containsExactly(
                        "1 " + (job + 70) + " tied 1 settles",
                        "2 " + (job + 40) + " tied 2 settles",
                        "2 " + (job + 40) + " tied 2 settles",
                        "4 " + (job - 20) + " tied 1");
        assertThat(SettlementLine.getDescriptor().getFields())
                .extracting(field -> field.getName())
                .containsExactly("rank", "number", "points", "tied", "settles");
        assertThat(list(2017).toString()).doesNotContain(first, second, third, fourth);
        assertThat(read(second).getSettles()).isTrue();
        assertThat(read(second).getRank()).isEqualTo(2);
        assertThat(read(fourth).getSettles()).isFalse();
        assertThat(Refused.by(() -> rank(2017)).reason()).isEqualTo("CUT_OFF_FIXED");
    }

    /** Row C05: with twice the weight of education nobody moves; without education the first joins the others. */
    private void simulated(SettlementFiling best, SettlementFiling equal, SettlementFiling alike) {
        assertThat(simulate("indicator.education", 200).getShiftsList()).isEmpty();
        assertThat(simulate("indicator.law", 0).getShiftsList())
                .extracting(RankShift::getBefore, RankShift::getAfter)
                .containsExactly(tuple(4, 2));
        assertThat(simulate("indicator.education", 0).getShiftsList())
                .extracting(RankShift::getNumber, RankShift::getBefore, RankShift::getAfter)
                .containsExactlyInAnyOrder(tuple(equal.getNumber(), 2, 1), tuple(alike.getNumber(), 2, 1));
        assertThat(best.getNumber()).isNotEqualTo(equal.getNumber());
        assertThat(Refused.by(() -> simulate("indicator.trade", 10)).reason()).isEqualTo("INDICATOR_UNKNOWN");
    }

    private SimulateRankingResponse simulate(String indicator, int percent) {
        return officer()
                .settlements()
                .simulateRanking(SimulateRankingRequest.newBuilder()
                        .setDivision(BEIJING)
                        .setYear(2017)
                        .addWeights(IndicatorWeight.newBuilder()
                                .setIndicator(indicator)
                                .setPercent(percent))
                        .build());
    }

    @Test
    void an_intake_is_opened_by_the_city_once_a_year() {
        var request = intake(2019, 5);

        assertThat(Refused.by(() -> officer()
                                .settlements()
                                .openIntake(
                                        request.clone().setDivision(TONGZHOU).build()))
                        .reason())
                .isEqualTo("NOT_A_CITY");
        assertThat(Refused.by(() -> officerOf("350203")
                                .settlements()
                                .openIntake(request.clone().build()))
                        .reason())
                .isEqualTo("DIVISION");
        assertThat(Refused.by(() -> officer()
                                .settlements()
                                .openIntake(
                                        request.clone().setCloses("2020-01-01").build()))
                        .reason())
                .isEqualTo("DATE_ORDER");
    }
}
