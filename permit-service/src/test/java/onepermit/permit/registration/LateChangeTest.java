package onepermit.permit.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.ChangeAddressResponse;
import onepermit.permit.v1.GetResidenceRequest;
import org.junit.jupiter.api.Test;

/** Rows J14 and I08: a change of address that comes late is flagged, and nothing is refused. */
class LateChangeTest extends PermitOffice {
    private static final String NANJING = "320106";
    private static final String ELSEWHERE_IN_NANJING = "320104";

    private final LocalDate today = LocalDate.now(service().bean(Clock.class));

    @Test
    void j14_i08_in_nanjing_a_change_of_eight_days_ago_is_flagged_and_one_of_seven_is_not() {
        ChangeAddressResponse late = moved(NANJING, ELSEWHERE_IN_NANJING, today.minusDays(8));
        ChangeAddressResponse inTime = moved(NANJING, ELSEWHERE_IN_NANJING, today.minusDays(7));

        assertThat(late.getLate().getDays()).isEqualTo(8);
        assertThat(late.getLate().getAllowed()).isEqualTo(7);
        assertThat(late.getLate().getRuleSet()).isEqualTo("NJ-2015");
        assertThat(late.getPeriodsList()).hasSize(2);
        assertThat(inTime.hasLate()).isFalse();
    }

    @Test
    void where_the_city_says_no_days_nothing_is_late() {
        assertThat(moved("350203", "350211", today.minusDays(300)).hasLate()).isFalse();
    }

    private ChangeAddressResponse moved(String from, String to, LocalDate on) {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "residence",
                "citizen_id,division,address,kind,from,to",
                citizen + "," + from + ",synthetic road 1,REGISTRATION,2020-01-01,");
        String etag = officer()
                .registrations()
                .getResidence(GetResidenceRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build())
                .getEtag();
        return officer()
                .registrations()
                .changeAddress(ChangeAddressRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setDivision(to)
                        .setAddress("synthetic road 2")
                        .setFrom(on.toString())
                        .setEtag(etag)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build());
    }
}
