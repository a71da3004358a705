package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.ListEndorsementsRequest;
import onepermit.permit.v1.ListEndorsementsResponse;
import onepermit.permit.v1.Permit;
import onepermit.permit.v1.PermitStatus;
import org.junit.jupiter.api.Test;

/** Which permits wait for their endorsement, as a window lists them. */
class EndorsementsDueTest extends PermitOffice {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String XIANGAN = "350213";
    private static final String SHANGHAI = "310115";

    @Test
    void those_whose_month_has_come_and_those_that_are_late_are_listed_by_number_alone() {
        String open = permit(XIANGAN, TODAY.plusDays(20));
        String late = permit(XIANGAN, TODAY.minusDays(20));
        String early = permit(XIANGAN, TODAY.plusDays(45));
        String elsewhere = permit("350212", TODAY.plusDays(20));

        List<Permit> due = all(XIANGAN);

        assertThat(due).extracting(Permit::getNumber).contains(open, late).doesNotContain(early, elsewhere);
        assertThat(of(due, open).getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_ACTIVE);
        assertThat(of(due, late).getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
    }

    @Test
    void a_permit_that_has_ended_by_itself_waits_for_nothing() {
        String ended = permit(SHANGHAI, TODAY.minusDays(61));
        String late = permit(SHANGHAI, TODAY.minusDays(30));

        assertThat(all(SHANGHAI)).extracting(Permit::getNumber).contains(late).doesNotContain(ended);
    }

    @Test
    void another_divisions_list_is_refused() {
        Refused refused =
                Refused.by(() -> new Officer(service(), XIANGAN).permits().listEndorsements(asked("350212", "", 0)));

        assertThat(refused.reason()).isEqualTo("DIVISION");
    }

    /** Page by page, two at a time. */
    private List<Permit> all(String division) {
        List<Permit> found = new ArrayList<>();
        String token = "";
        do {
            ListEndorsementsResponse page = officer().permits().listEndorsements(asked(division, token, 2));
            assertThat(page.getPermitsCount()).isLessThanOrEqualTo(2);
            found.addAll(page.getPermitsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return found;
    }

    private static ListEndorsementsRequest asked(String division, String token, int size) {
        return ListEndorsementsRequest.newBuilder()
                .setDivision(division)
                .setPageSize(size)
                .setPageToken(token)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                .build();
    }

    private String permit(String division, LocalDate endorsedTo) {
        String citizen = SyntheticIds.man("1990-01-01");
        String number = "D" + citizen.hashCode();
        load(
                "permit",
                "citizen_id,number,division,issued_on,endorsed_to,cancelled_on",
                citizen + "," + number + "," + division + "," + endorsedTo.minusYears(1) + "," + endorsedTo + ",");
        return number;
    }

    private static Permit of(List<Permit> due, String number) {
        return due.stream()
                .filter(permit -> permit.getNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
