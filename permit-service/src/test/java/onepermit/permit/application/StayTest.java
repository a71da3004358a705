package onepermit.permit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final DivisionCode BEIJING = new DivisionCode("110000");

    @Test
    void stays_that_follow_each_other_without_a_day_between_count_as_one() {
        List<Stay> stays = List.of(stay("2016-07-01", null), stay("2015-07-01", "2016-06-30"));

        assertThat(Stay.continuousSince(stays, LocalDate.parse("2016-10-10"))).contains(LocalDate.parse("2015-07-01"));
    }

    @Test
    void a_day_between_two_stays_breaks_them() {
        List<Stay> stays = List.of(stay("2016-07-01", null), stay("2015-07-01", "2016-06-29"));

        assertThat(Stay.continuousSince(stays, LocalDate.parse("2016-10-10"))).contains(LocalDate.parse("2016-07-01"));
    }

    @Test
    void a_stay_that_ended_before_the_day_does_not_reach_it() {
        assertThat(Stay.continuousSince(List.of(stay("2015-07-01", "2016-06-29")), LocalDate.parse("2016-10-10")))
                .isEmpty();
    }

    @Test
    void a_stay_in_a_district_is_a_stay_in_its_city() {
        Stay tongzhou = new Stay(new DivisionCode("110112"), LocalDate.parse("2016-01-01"), null);

        assertThat(tongzhou.in(BEIJING)).isTrue();
    }

    @Test
    void half_a_year_from_the_31st_of_august_is_full_at_the_end_of_february() {
        LocalDate since = LocalDate.parse("2025-08-31");

        assertThat(FullMonths.between(since, LocalDate.parse("2026-02-27"))).isEqualTo(5);
        assertThat(FullMonths.between(since, LocalDate.parse("2026-02-28"))).isEqualTo(6);
    }

    private static Stay stay(String from, @Nullable String to) {
        return new Stay(BEIJING, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
