package onepermit.education.admission.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PaidMonthsTest {
    private static final int ALL = 0xFFF;
    private final PaidMonths months = new PaidMonths(YearMonth.of(2025, 8));

    @Test
    void months_are_counted_back_over_the_turn_of_years() {
        months.add(2025, 0x0FF);
        months.add(2024, ALL);
        months.add(2023, ALL);

        assertThat(months.uninterrupted(0)).isEqualTo(32);
    }

    @Test
    void a_gap_ends_the_count() {
        months.add(2025, 0x0FF);
        months.add(2024, ALL & ~(1 << 5));

        assertThat(months.uninterrupted(0)).isEqualTo(14);
    }

    @Test
    void the_latest_months_may_still_be_unpaid_as_far_as_the_rules_allow() {
        months.add(2025, 0x03F);
        months.add(2024, ALL);

        assertThat(months.uninterrupted(2)).isEqualTo(18);
        assertThat(months.uninterrupted(1)).isZero();
    }

    @Test
    void slots_of_several_employers_are_joined_and_years_beyond_count_are_left() {
        months.add(2025, 0x00F);
        months.add(2025, 0x0F0);
        months.add(1970, ALL);
        months.add(2026, ALL);

        assertThat(months.uninterrupted(0)).isEqualTo(8);
    }
}
