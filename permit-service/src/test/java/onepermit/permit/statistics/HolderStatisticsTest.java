package onepermit.permit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.CountRequest;
import onepermit.exchange.v1.CountResponse;
import onepermit.exchange.v1.StatisticCell;
import onepermit.exchange.v1.StatisticsServiceGrpc;
import onepermit.permit.PermitOffice;
import org.junit.jupiter.api.Test;

/** I20, G03, E08: holders by division and month, the same for whoever asks. */
class HolderStatisticsTest extends PermitOffice {
    private static final String HEADER = "citizen_id,division,number,issued_on,endorsed_to,cancelled_on";

    @Test
    void i20_holders_are_counted_at_the_end_of_a_month_by_place_of_issue() {
        issued(12, "150000", "2020-03-05", "2099-03-05", "");
        issued(3, "150000", "2020-05-05", "2099-05-05", "2021-06-30");

        assertThat(holders("150000", "2020-02").getTotal().getCount()).isZero();
        assertThat(holders("150000", "2020-04").getTotal().getCount()).isEqualTo(12);
        assertThat(holders("150000", "2021-05").getTotal().getCount()).isEqualTo(15);
        assertThat(holders("150000", "2021-06").getTotal().getCount()).isEqualTo(12);
    }

    @Test
    void who_has_two_cards_is_one_holder_and_an_overdue_endorsement_ends_nothing_but_in_shanghai() {
        String twice = SyntheticIds.man("1990-01-01");
        issued(11, "330400", "2020-03-05", "2021-03-05", "");
        load(
                "permit",
                HEADER,
                line(twice, "330400", "2020-03-05", "2021-03-05", ""),
                line(twice, "330400", "2020-04-05", "2021-04-05", ""));
        issued(14, "310000", "2020-03-05", "2021-03-05", "");

        assertThat(holders("330400", "2022-01").getTotal().getCount()).isEqualTo(12);
        assertThat(holders("310000", "2021-04").getTotal().getCount()).isEqualTo(14);
        assertThat(holders("310000", "2021-05").getTotal().getCount()).isZero();
    }

    @Test
    void e08_small_cells_are_not_told_and_cannot_be_told_from_the_rest() {
        issued(4, "350205", "2010-03-05", "2099-03-05", "");
        issued(20, "350206", "2010-03-05", "2099-03-05", "");
        issued(30, "350212", "2010-03-05", "2099-03-05", "");

        CountResponse city = holders("350200", "2010-04");

        assertThat(city.getTotal().getCount()).isEqualTo(54);
        assertThat(city.getCellsList())
                .extracting(StatisticCell::getDivision, StatisticCell::getSuppressed, StatisticCell::getCount)
                .containsExactly(tuple("350205", true, 0L), tuple("350206", true, 0L), tuple("350212", false, 30L));
    }

    private void issued(int holders, String division, String issued, String endorsed, String cancelled) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < holders; i++) {
            lines.add(line(SyntheticIds.man("1990-01-01"), division, issued, endorsed, cancelled));
        }
        load("permit", HEADER, lines.toArray(String[]::new));
    }

    private static String line(String holder, String division, String issued, String endorsed, String cancelled) {
        return String.join(",", holder, division, "ST-" + UUID.randomUUID(), issued, endorsed, cancelled);
    }

    private CountResponse holders(String division, String month) {
        return service()
                .as(
                        "admission-officer",
                        "education",
                        "350200",
                        StatisticsServiceGrpc.newBlockingStub(service().channel()))
                .count(CountRequest.newBuilder()
                        .setDefinition("permit.holders")
                        .setDivision(division)
                        .setMonth(month)
                        .build());
    }
}
