package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.PermitStatus;
import org.junit.jupiter.api.Test;

/** Scenario 11: what a day brings is told once, and the answer does not wait for it. */
class DailyRoundTest extends PermitOffice {

    @Test
    void each_notice_is_given_once_however_often_and_by_however_many_the_round_is_made() throws Exception {
        String number = "R-" + UUID.randomUUID();
        String citizen = holder("350203", number, "2030-07-22");
        DailyRound round = service().bean(DailyRound.class);

        round.of(LocalDate.parse("2030-06-21"));
        assertThat(notices(number)).isEmpty();

        try (ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(n -> rounds.submit(() -> round.of(LocalDate.parse("2030-06-22"))));
        }
        assertThat(notices(number)).containsExactly("ENDORSEMENT_OPEN 2030-06-22");

        round.of(LocalDate.parse("2030-09-01"));
        round.of(LocalDate.parse("2030-09-01"));
        assertThat(notices(number))
                .as("a round that was missed for weeks tells what it missed")
                .containsExactly("ENDORSEMENT_OPEN 2030-06-22", "SUSPENDED 2030-07-23");
        assertThat(read(citizen).getNoticesList())
                .extracting(notice -> notice.getKind())
                .containsExactly("ENDORSEMENT_OPEN", "SUSPENDED");
    }

    @Test
    void a_permit_of_shanghai_lapses_on_the_61st_day() {
        String number = "R-" + UUID.randomUUID();
        holder("310000", number, "2031-07-22");

        service().bean(DailyRound.class).of(LocalDate.parse("2031-09-20"));
        assertThat(notices(number)).doesNotContain("LAPSED 2031-09-21");
        service().bean(DailyRound.class).of(LocalDate.parse("2031-09-21"));
        assertThat(notices(number)).contains("LAPSED 2031-09-21");
    }

    @Test
    void a_permit_is_suspended_the_day_after_though_no_round_was_made() {
        String number = "R-" + UUID.randomUUID();
        String citizen = holder("350203", number, LocalDate.now().minusDays(1).toString());

        assertThat(read(citizen).getPermit().getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
        assertThat(read(citizen).getNoticesList()).isEmpty();
    }

    private String holder(String division, String number, String endorsedTo) {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                String.join(",", citizen, division, number, "2024-07-22", endorsedTo));
        return citizen;
    }

    private List<String> notices(String number) {
        return service().bean(PermitNotices.class).of(number).stream()
                .map(notice -> notice.kind() + " " + notice.on())
                .toList();
    }

    private GetPermitResponse read(String citizen) {
        return officer()
                .permits()
                .getPermit(GetPermitRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build());
    }
}
