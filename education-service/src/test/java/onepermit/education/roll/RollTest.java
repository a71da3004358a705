package onepermit.education.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import onepermit.education.school.School;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Test;

class RollTest {
    private static final School ONE = new School("S1", "实验小学", new DivisionCode("350203"), Stage.PRIMARY, 90, null);
    private static final School OTHER = new School("S2", "中心小学", new DivisionCode("350211"), Stage.PRIMARY, 90, null);
    private final Roll empty = new Roll(new People(7).next(), List.of());

    @Test
    void a_pupil_is_on_one_roll_at_a_time() {
        Roll roll = empty.enrolled(ONE, LocalDate.of(2025, 9, 1));

        refused(() -> roll.enrolled(OTHER, LocalDate.of(2025, 10, 1)), "ON_ANOTHER_ROLL");
        refused(() -> roll.enrolled(ONE, LocalDate.of(2025, 10, 1)), "ALREADY_ON_ROLL");
    }

    @Test
    void who_has_left_may_enter_another_school_from_the_day_after() {
        Roll left = empty.enrolled(ONE, LocalDate.of(2025, 9, 1)).left(LocalDate.of(2026, 1, 31));

        refused(() -> left.enrolled(OTHER, LocalDate.of(2026, 1, 31)), "ROLL_OVERLAPS");
        assertThat(left.enrolled(OTHER, LocalDate.of(2026, 2, 1)).current())
                .map(RollEntry::school)
                .contains("S2");
    }

    @Test
    void nobody_leaves_a_roll_he_is_not_on_or_before_he_came() {
        refused(() -> empty.left(LocalDate.of(2026, 1, 31)), "ON_NO_ROLL");
        refused(
                () -> empty.enrolled(ONE, LocalDate.of(2025, 9, 1)).left(LocalDate.of(2025, 8, 31)),
                "LEFT_BEFORE_ENTRY");
    }

    private static void refused(Runnable step, String reason) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }
}
