package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaidMonthsTest {
    private static final YearMonth OCTOBER = YearMonth.parse("2016-10");

    @Test
    void six_months_in_a_row_make_a_run_of_six() {
        PaidMonths paid = paid("2016-04", "2016-05", "2016-06", "2016-07", "2016-08", "2016-09");

        assertThat(paid.run(OCTOBER)).isEqualTo(6);
        assertThat(paid.monthsAgo(OCTOBER)).isEqualTo(1);
        assertThat(paid.gap(OCTOBER)).isEmpty();
    }

    @Test
    void a_gap_ends_the_run_and_is_named() {
        PaidMonths paid = paid("2016-04", "2016-05", "2016-06", "2016-08", "2016-09");

        assertThat(paid.run(OCTOBER)).isEqualTo(2);
        assertThat(paid.gap(OCTOBER)).containsExactly(YearMonth.parse("2016-07"));
    }

    @Test
    void months_of_another_life_are_no_gap() {
        PaidMonths paid = paid("2011-04", "2016-08", "2016-09");

        assertThat(paid.gap(OCTOBER)).isEmpty();
    }

    @Test
    void months_after_the_day_do_not_count() {
        PaidMonths paid = paid("2016-09", "2016-11");

        assertThat(paid.run(OCTOBER)).isEqualTo(1);
    }

    @Test
    void nothing_paid_is_no_run() {
        assertThat(paid().run(OCTOBER)).isZero();
        assertThat(paid().gap(OCTOBER)).isEmpty();
    }

    private static PaidMonths paid(String... months) {
        return new PaidMonths(
                Arrays.stream(months).map(YearMonth::parse).collect(Collectors.toCollection(TreeSet::new)));
    }
}
