package onepermit.education.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the cities run their rounds (DOMAIN H04, G04). */
class ProceduresTest {
    private final Procedures procedures = Procedures.load();

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440113", "440305", "330106", "350203"})
    void h04_shanghai_guangzhou_shenzhen_zhejiang_and_xiamen_admit_by_points(String division) {
        assertThat(procedures.of(new DivisionCode(division)).orElseThrow().mode())
                .isEqualTo(Mode.POINTS);
    }

    @Test
    void g04_in_the_nearest_mode_nothing_orders_children_by_what_points_would_count() {
        Procedure nearest = procedures.of(new DivisionCode("990101")).orElseThrow();

        assertThat(nearest.mode()).isEqualTo(Mode.NEAREST);
        assertThat(nearest.tieBreak()).doesNotContain(TieBreakRule.LONGER_INSURANCE);
    }

    @Test
    void what_xiamen_does_not_say_is_named_as_unverified_and_its_five_days_are_not() {
        Procedure xiamen = procedures.of(new DivisionCode("350203")).orElseThrow();

        assertThat(xiamen.publicationDays()).isEqualTo(5);
        assertThat(xiamen.unverified()).contains("tieBreak").doesNotContain("publicationDays");
        assertThat(xiamen.source()).isEqualTo("厦教基〔2016〕1号");
    }

    @Test
    void a_city_without_a_line_has_no_procedure() {
        assertThat(procedures.of(new DivisionCode("110105"))).isEmpty();
    }

    @Test
    void a_tie_break_that_can_leave_two_equal_is_not_accepted() {
        assertThatThrownBy(
                        () -> new Procedure(Mode.POINTS, List.of(TieBreakRule.LONGER_INSURANCE), 5, 3, "示例", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
