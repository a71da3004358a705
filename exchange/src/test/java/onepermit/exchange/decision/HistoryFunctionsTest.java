package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onepermit.exchange.decision.step.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules ask of histories, asked as rules ask it. */
class HistoryFunctionsTest {
    private static final Slots SLOTS = new Slots();
    private static final Expressions EXPRESSIONS = new Expressions(
            Map.of(
                    "periods", ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)),
                    "months", ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)),
                    "paid", ListType.create(SimpleType.INT),
                    "table", MapType.create(SimpleType.STRING, SimpleType.DYN)),
            SLOTS,
            new CodeNames(Map.of()));

    /** Periods as {@code division from to}, one after the other; to 0 = open. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no period at all,                      ,                                                             20240831, 0",
        "one open period,                       350203 20200115 0,                                            20200115, 55",
        "ends on the day itself,                350203 20200101 20240831,                                     20200101, 55",
        "ended the day before,                  350203 20200101 20240830,                                     20240831, 0",
        "begins on the day itself,              350203 20240831 0,                                            20240831, 0",
        "begins the day after,                  350203 20240901 0,                                            20240831, 0",
        "the next begins on the day after,      350203 20200101 20211231;350203 20220101 0,                   20200101, 55",
        "a gap of one day breaks it,            350203 20200101 20211230;350203 20220101 0,                   20220101, 31",
        "both on one day,                       350203 20200101 20220101;350203 20220101 0,                   20200101, 55",
        "an overlap,                            350203 20200101 20220601;350203 20220101 0,                   20200101, 55",
        "a short one inside a long one,         350203 20200101 0;350203 20210101 20210201,                   20200101, 55",
        "a long one reaches over a short one,   350203 20100101 20201231;350203 20120101 20130101;350203 20210101 0, 20100101, 175",
        "order does not count,                  350203 20220101 0;350203 20200101 20211231,                   20200101, 55",
        "moving inside the city,                350211 20200101 20211231;350203 20220101 0,                   20200101, 55",
        "coming from another city,              350100 20200101 20211231;350203 20220101 0,                   20220101, 31",
        "in another city,                       350100 20200101 0,                                            20240831, 0",
        "over the 29th of February,             350203 20240229 0,                                            20240229, 6",
    })
    void the_unbroken_chain_at_a_place(String name, String periods, long since, long months) {
        Map<String, Object> known = Map.of("periods", periods(periods));

        assertThat(value("continuousSince(periods, '350200', 20240831)", known)).isEqualTo(since);
        assertThat(value("continuousMonths(periods, '350200', 20240831)", known))
                .isEqualTo(months);
    }

    @Test
    void a_period_without_an_end_is_open() {
        Map<String, Object> known = Map.of("periods", List.of(Map.of("division", "350203", "from", 20200101L)));

        assertThat(value("continuousSince(periods, '350203', 20240831)", known)).isEqualTo(20200101L);
        assertThat(value("continuousMonths(periods, '350211', 20240831)", known))
                .as("in another district")
                .isEqualTo(0L);
        assertThat(value("continuousMonths(periods, '000000', 20240831)", known))
                .as("anywhere")
                .isEqualTo(55L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing paid,                  ,                             202408, 2, 0",
        "the month itself,              202408,                       202408, 0, 1",
        "only the month before,         202407,                       202408, 0, 0",
        "arrears of a month,            202406 202407,                202408, 1, 2",
        "arrears of two,                202405 202406,                202408, 2, 2",
        "arrears of three are too many, 202404 202405,                202408, 2, 0",
        "over the end of a year,        202311 202312 202401,         202401, 0, 3",
        "a gap ends it,                 202401 202403 202404,         202404, 0, 2",
        "months to come do not count,   202407 202409,                202408, 2, 1",
        "twice is once,                 202407 202407 202408,         202408, 0, 2",
        "order does not count,          202408 202406 202407,         202408, 0, 3",
    })
    void months_in_a_row(String name, String paid, long month, long within, long run) {
        assertThat(value("paidRun(paid, " + month + ", " + within + ")", Map.of("paid", numbers(paid))))
                .isEqualTo(run);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing,              ,                                    0",
        "one,                  202401,                              1",
        "the longer of two,    202301 202303 202304 202305 202401,  3",
        "over two new years,   202212 202301 202312 202401,         2",
    })
    void the_longest_run(String name, String paid, long run) {
        assertThat(value("longestRun(paid)", Map.of("paid", numbers(paid)))).isEqualTo(run);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "none paid,             ,                     202311, 202401, 202311 202312 202401",
        "all paid,              202311 202312 202401, 202311, 202401, ",
        "the middle is missing, 202311 202401,        202311, 202401, 202312",
        "the ends are missing,  202312,               202311, 202401, 202311 202401",
        "one month,             ,                     202402, 202402, 202402",
        "the wrong way round,   ,                     202402, 202401, ",
    })
    void the_gaps_between_two_months(String name, String paid, long from, long to, String gaps) {
        assertThat(value("gapsIn(paid, " + from + ", " + to + ")", Map.of("paid", numbers(paid))))
                .isEqualTo(numbers(gaps));
    }

    @Test
    void months_of_a_kind_at_a_place() {
        Map<String, Object> known = Map.of(
                "months",
                List.of(
                        month("350203", "PENSION", 202402),
                        month("350211", "PENSION", 202401),
                        month("350203", "PENSION", 202401),
                        month("350203", "MEDICAL", 202401),
                        month("350100", "PENSION", 202403)));

        assertThat(value("monthsPaid(months, '350200', 'PENSION')", known)).isEqualTo(List.of(202401L, 202402L));
        assertThat(value("monthsPaid(months, '350000', 'PENSION')", known))
                .isEqualTo(List.of(202401L, 202402L, 202403L));
        assertThat(value("monthsPaid(months, '350200', 'UNEMPLOYMENT')", known)).isEqualTo(List.of());
        assertThat(value("monthsPaidOfAll(months, '350200', ['PENSION', 'MEDICAL'])", known))
                .isEqualTo(List.of(202401L));
        assertThat(value("monthsPaidOfAll(months, '350200', [])", known)).isEqualTo(List.of());
        assertThat(value("monthOf(20240831)", known)).isEqualTo(202408L);
    }

    @ParameterizedTest
    @CsvSource({
        "350203, 350203, true",
        "350203, 350200, true",
        "350203, 350000, true",
        "350203, 000000, true",
        "350200, 350203, false",
        "350203, 350211, false",
        "440303, 350000, false",
    })
    void a_division_is_a_place_or_inside_it(String division, String place, boolean within) {
        assertThat(value("within('" + division + "', '" + place + "')", Map.of()))
                .isEqualTo(within);
    }

    @Test
    void the_nearest_entry_of_a_table_counts() {
        Map<String, Object> known = Map.of("table", Map.of("350203", 1L, "350200", 2L, "350000", 3L, "default", 4L));

        assertThat(value("byDivision(table, '350203')", known)).isEqualTo(1L);
        assertThat(value("byDivision(table, '350211')", known)).isEqualTo(2L);
        assertThat(value("byDivision(table, '350100')", known)).isEqualTo(3L);
        assertThat(value("byDivision(table, '440303')", known)).isEqualTo(4L);
        assertThatThrownBy(() -> value("byDivision(table, '440303')", Map.of("table", Map.of("350203", 1L))))
                .hasMessageContaining("440303");
    }

    private static Object value(String expression, Map<String, Object> known) {
        Values values = new Values(SLOTS);
        values.putAll(known);
        return EXPRESSIONS.compile(expression).value(values).orElseThrow();
    }

    private static List<Map<String, Object>> periods(String text) {
        List<Map<String, Object>> periods = new ArrayList<>();
        for (String period : text == null ? new String[0] : text.split(";")) {
            String[] parts = period.trim().split(" ");
            periods.add(Map.of("division", parts[0], "from", Long.valueOf(parts[1]), "to", Long.valueOf(parts[2])));
        }
        return periods;
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String number : text == null ? new String[0] : text.trim().split(" ")) {
            numbers.add(Long.valueOf(number));
        }
        return numbers;
    }

    private static Map<String, Object> month(String place, String kind, long month) {
        return Map.of("place", place, "kind", kind, "month", month);
    }
}
