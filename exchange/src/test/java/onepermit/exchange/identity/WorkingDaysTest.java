package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.load();

    @ParameterizedTest
    @CsvSource({
        "2025-09-15, 20, 2025-10-17", // scenario 17: 1 to 8 October off, 28 September and 11 October worked
        "2025-09-15, 10, 2025-09-28", // scenario 32: a Sunday that is worked
        "2025-09-30, 1, 2025-10-09", // scenario 32
        "2024-02-09, 1, 2024-02-18",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2025-07-07, 0, 2025-07-07",
    })
    void working_days_skip_holidays_and_count_the_weekends_worked_instead(LocalDate from, int count, LocalDate due) {
        assertThat(days.after(from, count)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-07, 15, 2025-07-22", // scenario 1
        "2025-09-20, 15, 2025-10-09", // 5 October is off
        "2025-09-13, 15, 2025-09-28", // a Sunday that is worked
    })
    void calendar_days_that_end_on_a_day_off_move_to_the_next_working_day(LocalDate from, int count, LocalDate due) {
        assertThat(days.afterCalendarDays(from, count)).isEqualTo(due);
    }

    @Test
    void of_other_years_only_the_weekends_are_known() {
        assertThat(days.knows(2025)).isTrue();
        assertThat(days.knows(2016)).isFalse();
        assertThat(days.after(LocalDate.of(2016, 10, 14), 1)).isEqualTo("2016-10-17");
    }
}
