package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.CountRequest;
import onepermit.exchange.v1.CountResponse;
import onepermit.exchange.v1.ListDefinitionsRequest;
import onepermit.exchange.v1.StatisticCell;
import onepermit.exchange.v1.StatisticsServiceGrpc;
import org.junit.jupiter.api.Test;

/** Statistics without persons (E08, G03, I20): one definition for all departments, through the front door. */
class StatisticsTest extends Scenario {
    private static final String LAST_MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();

    @Test
    void e08_every_department_names_the_same_definitions_to_anyone() {
        var named = List.of("permit", "education", "social", "health").stream()
                .map(department -> door.at(
                                department, "supervisor", SIMING, StatisticsServiceGrpc.newBlockingStub(door.channel()))
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .listDefinitions(ListDefinitionsRequest.getDefaultInstance()))
                .distinct()
                .toList();

        assertThat(named).hasSize(1);
        assertThat(new HttpDoor(stack)
                        .post("/v1/departments/education/statistics:definitions", "{}", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void i20_holders_of_a_city_are_the_sum_of_its_divisions_and_no_small_one_is_told() {
        CountResponse holders = count("permit", "permit.holders", "350200");

        assertThat(holders.getCellsList()).allSatisfy(cell -> {
            if (cell.getSuppressed()) {
                assertThat(cell.getCount()).isZero();
            } else {
                assertThat(cell.getCount()).isGreaterThanOrEqualTo(10);
            }
        });
        if (holders.getCellsList().stream().noneMatch(StatisticCell::getSuppressed)) {
            assertThat(holders.getCellsList().stream()
                            .mapToLong(StatisticCell::getCount)
                            .sum())
                    .isEqualTo(holders.getTotal().getCount());
        }
        assertThat(holders.toString()).doesNotContainPattern("[0-9]{17}[0-9X]");
    }

    @Test
    void g03_the_share_of_migrant_pupils_is_the_quotient_of_two_counts() {
        var share = count("education", "school.share.migrant", "350200").getTotal();
        var migrant = count("education", "school.pupils.migrant", "350200").getTotal();
        var all = count("education", "school.pupils", "350200").getTotal();

        if (!share.getSuppressed() && !migrant.getSuppressed()) {
            assertThat(share.getAmong()).isEqualTo(all.getCount());
            assertThat(share.getShareBp()).isEqualTo((int) Math.round(10_000.0 * migrant.getCount() / all.getCount()));
        }
    }

    @Test
    void who_is_of_no_department_is_told_no_counts() {
        String path = "/v1/departments/permit/statistics:count";
        String body = "{\"definition\":\"permit.holders\",\"division\":\"350200\",\"month\":\"" + LAST_MONTH + "\"}";

        assertThat(new HttpDoor(stack).post(path, body, "").statusCode()).isEqualTo(401);
        assertThat(new HttpDoor(stack)
                        .post(path, body, door.token("admission-officer", SIMING))
                        .statusCode())
                .isEqualTo(200);
    }

    private CountResponse count(String department, String definition, String division) {
        return door.at(department, "supervisor", SIMING, StatisticsServiceGrpc.newBlockingStub(door.channel()))
                .count(CountRequest.newBuilder()
                        .setDefinition(definition)
                        .setDivision(division)
                        .setMonth(LAST_MONTH)
                        .build());
    }
}
