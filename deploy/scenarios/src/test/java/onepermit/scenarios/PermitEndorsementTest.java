package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.UUID;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.EndorseRequest;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.Permit;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.PermitServiceGrpc.PermitServiceBlockingStub;
import onepermit.permit.v1.PermitStatus;
import org.junit.jupiter.api.Test;

/** Scenario 11: a permit of 2024-07-22 that was not endorsed by 2025-07-22, in places with different rules. */
class PermitEndorsementTest extends Scenario {
    private static final RequestContext CONTEXT =
            FrontDoor.context(Purpose.PURPOSE_PERMIT_APPLICATION, "E2E-ENDORSEMENT");
    private static final String NANJING = "320100";
    private static final String SHANGHAI = "310000";

    @Test
    void scenario_11_the_window_is_the_month_before_the_full_year_and_afterwards_the_permit_is_suspended() {
        var permit = read(holder(SIMING), SIMING).getPermit();

        assertThat(permit.getEndorsementFrom()).isEqualTo("2025-06-22");
        assertThat(permit.getEndorsedTo()).isEqualTo("2025-07-22");
        assertThat(permit.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
    }

    @Test
    void scenario_11_24_days_late_the_years_restart_nationally_and_go_on_in_nanjing_and_shanghai() {
        assertThat(endorsed(SIMING, "2025-08-15").getYearsCountFrom()).isEqualTo("2025-08-15");
        assertThat(endorsed(NANJING, "2025-08-15").getYearsCountFrom()).isEqualTo("2024-07-22");
    }

    @Test
    void scenario_11_70_days_late_the_years_restart_in_nanjing_and_in_shanghai_the_permit_has_ended() {
        assertThat(endorsed(NANJING, "2025-09-30").getYearsCountFrom()).isEqualTo("2025-09-30");

        var holder = holder(SHANGHAI);
        assertThat(read(holder, SHANGHAI).getPermit().getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_CANCELLED);
        var refused = Refused.by(() -> endorse(holder, SHANGHAI, "2025-09-30"));
        assertThat(refused.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("PERMIT_CANCELLED");
    }

    private String holder(String division) {
        var citizen = SyntheticId.woman("1991-03-02");
        city.knows(
                "permit",
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                citizen + "," + division + ",E2E-" + UUID.randomUUID() + ",2024-07-22,2025-07-22");
        return citizen;
    }

    private Permit endorsed(String division, String on) {
        return endorse(holder(division), division, on);
    }

    private Permit endorse(String citizen, String division, String on) {
        return permits(division)
                .endorse(EndorseRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setEndorsedOn(on)
                        .setEtag(read(citizen, division).getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build())
                .getPermit();
    }

    private GetPermitResponse read(String citizen, String division) {
        return permits(division)
                .getPermit(GetPermitRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(CONTEXT)
                        .build());
    }

    private PermitServiceBlockingStub permits(String division) {
        return door.as("permit-officer", division, PermitServiceGrpc.newBlockingStub(door.channel()));
    }
}
