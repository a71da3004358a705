package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.v1.Purpose;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.GetContributionHistoryResponse;
import org.junit.jupiter.api.Test;

/** Scenario 37: contributions arrive twice and out of order. */
class DisorderTest extends Scenario {

    @Test
    void scenario_37_month_7_before_6_and_7_twice_make_two_months_and_readers_agree() {
        var id = SyntheticId.man("1979-05-05");
        var header = "citizen_id,place,kind,month,employer,base_fen,back_paid";
        var june = id + ",350200,PENSION,2025-06,FLEXIBLE,400000,false";
        var july = id + ",350200,PENSION,2025-07,FLEXIBLE,400000,false";

        city.knows("social", "contribution", header, july);
        city.knows("social", "contribution", header, june);
        city.knows("social", "contribution", header, july, july);

        assertThat(history(id).getSeriesList()).singleElement().satisfies(series -> {
            assertThat(series.getTotalMonths()).isEqualTo(2);
            assertThat(series.getGapsList()).isEmpty();
            assertThat(series.getRuns(0).getFrom()).isEqualTo("2025-06");
        });
        new Convergence(door).reached();
    }

    @Test
    void bad_lines_of_a_file_are_answered_and_the_rest_is_stored() {
        var id = SyntheticId.woman("1979-05-05");
        var rejected = city.imports(
                "social",
                "contribution",
                ("citizen_id,place,kind,month,employer,base_fen,back_paid\n"
                        + id + ",350200,PENSION,2025-06,FLEXIBLE,400000,false\n"
                        + "990101199506120118,350200,PENSION,2025-06,FLEXIBLE,400000,false\n"
                        + id + ",350200,PENSION,2099-06,FLEXIBLE,400000,false\n"));

        assertThat(rejected).extracting(r -> r.getLine()).containsExactly(3L, 4L);
        assertThat(rejected.get(0).getReason()).isEqualTo("CITIZEN_ID_CHECK_DIGIT");
        assertThat(rejected.toString()).doesNotContain("990101199506120118");
        assertThat(history(id).getSeries(0).getTotalMonths()).isEqualTo(1);
    }

    private GetContributionHistoryResponse history(String id) {
        return door.as("social-insurance-officer", "350200", ContributionServiceGrpc.newBlockingStub(door.channel()))
                .getContributionHistory(GetContributionHistoryRequest.newBuilder()
                        .setCitizenId(id)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-37"))
                        .build());
    }
}
