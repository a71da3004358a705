package onepermit.education.admission.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final LocalDate RECKONING = LocalDate.of(2025, 8, 31);
    private static final int DAY = 20250831;

    @Test
    void a_move_from_one_day_to_the_next_does_not_interrupt_residence() {
        var stays = List.of(new Stay("350211", 20200831, 20221231), new Stay("350203", 20230101, 0));

        assertThat(Stay.chainStart(stays, DAY)).isEqualTo(20200831);
        assertThat(Stay.months(Stay.chainStart(stays, DAY), RECKONING)).isEqualTo(60);
        assertThat(Stay.divisionAt(stays, DAY)).isEqualTo("350203");
    }

    @Test
    void a_day_away_begins_the_count_anew() {
        var stays = List.of(new Stay("350203", 20200831, 20221230), new Stay("350203", 20230101, 0));

        assertThat(Stay.chainStart(stays, DAY)).isEqualTo(20230101);
    }

    @Test
    void periods_may_come_in_any_order_and_overlap() {
        var stays = List.of(
                new Stay("350203", 20230101, 0),
                new Stay("350211", 20190101, 20210630),
                new Stay("350211", 20210501, 20230401));

        assertThat(Stay.chainStart(stays, DAY)).isEqualTo(20190101);
    }

    @Test
    void who_left_before_the_reckoning_date_has_no_residence_at_it() {
        var stays = List.of(new Stay("350203", 20150101, 20250830));

        assertThat(Stay.chainStart(stays, DAY)).isZero();
        assertThat(Stay.divisionAt(stays, DAY)).isEmpty();
    }

    @Test
    void a_stay_that_begins_after_the_reckoning_date_does_not_count() {
        assertThat(Stay.chainStart(List.of(new Stay("350203", 20250901, 0)), DAY))
                .isZero();
        assertThat(Covered.months(List.of(new Stay("350203", 20250901, 0)), RECKONING))
                .isZero();
    }

    @Test
    void work_at_two_employers_at_once_counts_once_and_a_gap_not_at_all() {
        var stays = List.of(
                new Stay("350203", 20200831, 20220830),
                new Stay("350206", 20210101, 20211231),
                new Stay("350203", 20240831, 0));

        assertThat(Covered.months(stays, RECKONING)).isEqualTo(36);
    }
}
