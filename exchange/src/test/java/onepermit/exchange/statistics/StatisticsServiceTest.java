package onepermit.exchange.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.CountRequest;
import onepermit.exchange.v1.ListDefinitionsRequest;
import onepermit.exchange.v1.StatisticDefinition;
import onepermit.exchange.v1.StatisticsServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who may ask for statistics, and for which. */
class StatisticsServiceTest {
    private static final RunningService SERVICE = RunningService.start(PermitRoad.class);
    private static final YearMonth THIS = YearMonth.now(ZoneId.of("Asia/Shanghai"));

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void anyone_may_read_what_is_counted_and_how() {
        var definitions = StatisticsServiceGrpc.newBlockingStub(SERVICE.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .listDefinitions(ListDefinitionsRequest.getDefaultInstance());

        assertThat(definitions.getDefinitionsList())
                .extracting(StatisticDefinition::getId)
                .contains("permit.holders", "school.share.migrant.public");
        assertThat(definitions.getLeastTold()).isEqualTo(10);
        assertThat(definitions.getLeastToldUnverified()).isTrue();
    }

    @Test
    void counts_are_for_officers_of_any_department_and_not_for_the_public() {
        assertThat(reason("resident", "permit.holders", THIS)).isEqualTo("ROLE");
        assertThat(reason("admission-officer", "school.pupils", THIS)).isEqualTo("DEFINITION_ELSEWHERE");
        assertThat(reason("admission-officer", "nothing", THIS)).isEqualTo("DEFINITION_UNKNOWN");
    }

    @Test
    void a_month_that_has_not_come_is_not_counted() {
        assertThat(reason("supervisor", "permit.holders", THIS.plusMonths(1))).isEqualTo("MONTH_RANGE");
        assertThat(reason("supervisor", "permit.holders", YearMonth.of(1985, 6)))
                .isEqualTo("MONTH_RANGE");
    }

    private static String reason(String role, String definition, YearMonth month) {
        return Refused.by(() -> SERVICE.as(
                                role, "education", "350200", StatisticsServiceGrpc.newBlockingStub(SERVICE.channel()))
                        .count(CountRequest.newBuilder()
                                .setDefinition(definition)
                                .setDivision("350200")
                                .setMonth(month.toString())
                                .build()))
                .reason();
    }
}
