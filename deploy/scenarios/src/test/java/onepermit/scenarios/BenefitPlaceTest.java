package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.social.v1.ComparisonLevel;
import onepermit.social.v1.DetermineBenefitPlaceRequest;
import onepermit.social.v1.PensionServiceGrpc;
import onepermit.social.v1.RetirementGroup;
import org.junit.jupiter.api.Test;

/** Scenario 21: Ms Zhang, who paid in Xiangyang and in Wuhan. */
class BenefitPlaceTest extends Scenario {

    @Test
    void scenario_21_less_than_ten_years_in_wuhan_and_sixteen_in_xiangyang_give_xiangyang() {
        var zhang = resident(XIANGYANG);
        paid(zhang, XIANGYANG, "1992-01", "2007-12");
        paid(zhang, WUHAN, "2021-07", "2026-08");
        city.isKnownTo("social");

        var byCity = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);
        assertThat(byCity.getResult().getDivision()).as("%s", byCity).isEqualTo(XIANGYANG);
        assertThat(byCity.toString()).contains("6(3)");
        assertThat(byCity.getResult().getDate()).isEqualTo("2026-08");

        var byProvince = place(zhang, ComparisonLevel.COMPARISON_LEVEL_PROVINCE);
        assertThat(byProvince.getResult().getDivision()).isEqualTo("420000");
        assertThat(byProvince.toString()).contains("6(1)");
    }

    @Test
    void scenario_21_without_ten_years_anywhere_the_hukou_place_collects() {
        var zhang = resident(XIANGYANG);
        paid(zhang, XIANGYANG, "2000-01", "2007-12");
        paid(zhang, WUHAN, "2021-07", "2026-08");
        city.isKnownTo("social");

        var decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getResult().getDivision()).isEqualTo(XIANGYANG);
        assertThat(decision.toString()).contains("6(4)");
    }

    @Test
    void scenario_21_a_hukou_in_wuhan_gives_wuhan() {
        var zhang = resident(WUHAN);
        paid(zhang, WUHAN, "2021-07", "2026-08");
        city.isKnownTo("social");

        var decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getResult().getDivision()).isEqualTo(WUHAN);
        assertThat(decision.toString()).contains("6(1)");
    }

    @Test
    void scenario_21_ten_years_in_wuhan_give_wuhan() {
        var zhang = resident(XIANGYANG);
        paid(zhang, WUHAN, "2016-09", "2026-08");
        city.isKnownTo("social");

        var decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getResult().getDivision()).isEqualTo(WUHAN);
        assertThat(decision.toString()).contains("6(2)");
    }

    private String resident(String hukou) {
        var id = SyntheticId.woman("1971-04-08");
        city.knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", id + ",张女士," + hukou + ",");
        return id;
    }

    private void paid(String id, String place, String from, String to) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen,back_paid"));
        for (var m = YearMonth.parse(from); !m.isAfter(YearMonth.parse(to)); m = m.plusMonths(1)) {
            lines.add(id + "," + place + ",PENSION," + m + ",FLEXIBLE,400000,false");
        }
        city.knows("social", "contribution", lines.toArray(String[]::new));
    }

    private Decision place(String id, ComparisonLevel level) {
        return door.as("social-insurance-officer", WUHAN, PensionServiceGrpc.newBlockingStub(door.channel()))
                .determineBenefitPlace(DetermineBenefitPlaceRequest.newBuilder()
                        .setCitizenId(id)
                        .setComparisonLevel(level)
                        .setGroup(RetirementGroup.RETIREMENT_GROUP_WOMEN_55)
                        .setClaimedOn("2026-09-01")
                        .setContext(FrontDoor.context(Purpose.PURPOSE_PENSION, "E2E-PENSION"))
                        .build())
                .getDecision();
    }
}
