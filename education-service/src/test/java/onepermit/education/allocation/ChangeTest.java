package onepermit.education.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other weights (DOMAIN L08): insurance and residence raised, property cut. */
class ChangeTest {

    @Test
    void l08_property_cut_to_nothing_takes_its_twenty_points_and_insurance_doubled_gives_its_own_again() {
        Map<String, Integer> points = Map.of("base", 30, "real.home", 20, "real.insurance", 16);

        assertThat(new Change(Map.of("real.home", 0), Map.of()).difference(points))
                .isEqualTo(-20);
        assertThat(new Change(Map.of("real.insurance", 200), Map.of()).difference(points))
                .isEqualTo(16);
        assertThat(Change.NONE.difference(points)).isZero();
    }

    @Test
    void halves_of_points_are_rounded_up() {
        Map<String, Integer> points = Map.of("real.district", 9);

        assertThat(new Change(Map.of("real.district", 50), Map.of()).difference(points))
                .isEqualTo(-4);
    }
}
