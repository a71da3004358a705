package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import onepermit.permit.v1.CallNextRequest;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.StationServiceGrpc.StationServiceBlockingStub;
import onepermit.permit.v1.TakeNumberRequest;
import org.junit.jupiter.api.Test;

/** Scenario 8: at a station people are served in the order in which they come. */
class PermitQueueTest extends Scenario {
    private static final String DIVISION = "990101";

    private final HttpDoor http = new HttpDoor(stack);

    @Test
    void scenario_8_who_came_first_is_served_first_whoever_employs_him() {
        var station = station();
        int ofAPrivateFirm = take(station);
        int ofAStateFirm = take(station);

        assertThat(next(station)).isEqualTo(ofAPrivateFirm);
        assertThat(next(station)).isEqualTo(ofAStateFirm);
    }

    @Test
    void scenario_8_whose_staff_somebody_is_has_no_field() {
        var body = "{\"station\": \"%s\", \"requestId\": \"%s\", \"ownershipType\": \"STATE\"}"
                .formatted(station(), UUID.randomUUID());

        var answer = http.post("/v1/stations:takeNumber", body, door.token("permit-officer", DIVISION));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("ownershipType");
    }

    private String station() {
        var code = "E2E-" + UUID.randomUUID();
        city.knows(
                "permit",
                "station",
                "code,name,division,channel,windows,daily_quota,every_day",
                code + ",排队办证点,990101,POLICE_STATION,2,20,true");
        return code;
    }

    private int take(String station) {
        return stations()
                .takeNumber(TakeNumberRequest.newBuilder()
                        .setStation(station)
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getNumber();
    }

    private int next(String station) {
        return stations()
                .callNext(CallNextRequest.newBuilder()
                        .setStation(station)
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getNumber();
    }

    private StationServiceBlockingStub stations() {
        return door.as("permit-officer", DIVISION, StationServiceGrpc.newBlockingStub(door.channel()));
    }
}
