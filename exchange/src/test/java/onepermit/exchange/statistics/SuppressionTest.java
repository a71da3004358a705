package onepermit.exchange.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import org.junit.jupiter.api.Test;

/** What is too small is not told, nor what it could be told from. */
class SuppressionTest {
    private static final DivisionCode CITY = new DivisionCode("350200");
    private final Suppression suppression = new Suppression(10, true);

    @Test
    void ten_are_told_nine_are_not_and_nobody_is_a_zero() {
        assertThat(total(10).suppressed()).isFalse();
        assertThat(total(9).suppressed()).isTrue();
        assertThat(total(9).count()).isZero();
        assertThat(total(0).suppressed()).isFalse();
    }

    @Test
    void one_small_cell_takes_the_smallest_other_one_with_it_so_that_the_total_does_not_tell_it() {
        Suppression.Told told = suppression.of(
                count(CITY, 112), List.of(cell("350203", 3), cell("350206", 100), cell("350211", 9 + 1 - 1)));

        assertThat(told.total().count()).isEqualTo(112);
        assertThat(told.cells()).extracting(Cell::suppressed).containsExactly(true, false, true);

        Suppression.Told alone =
                suppression.of(count(CITY, 153), List.of(cell("350203", 3), cell("350206", 100), cell("350211", 50)));
        assertThat(alone.cells()).extracting(Cell::suppressed).containsExactly(true, false, true);
        assertThat(alone.cells()).extracting(Cell::count).containsExactly(0L, 100L, 0L);
    }

    @Test
    void where_no_other_cell_can_go_with_it_the_total_does() {
        Suppression.Told told = suppression.of(count(CITY, 3), List.of(cell("350203", 3)));
        assertThat(told.total().suppressed()).isTrue();

        Suppression.Told besideNobody = suppression.of(count(CITY, 3), List.of(cell("350203", 3), cell("350206", 0)));
        assertThat(besideNobody.total().suppressed()).isTrue();
        assertThat(besideNobody.cells()).extracting(Cell::suppressed).containsExactly(true, false);
    }

    @Test
    void of_a_share_those_who_do_not_count_may_be_too_few_as_well() {
        assertThat(share(100, 105).suppressed()).isTrue();
        assertThat(share(100, 110).suppressed()).isFalse();
        assertThat(share(100, 100).suppressed()).isFalse();
    }

    @Test
    void a_share_is_told_in_basis_points_rounded_half_up() {
        assertThat(share(246, 1657).shareBp()).isEqualTo(1485);
        assertThat(share(1, 8).shareBp()).isZero();
        assertThat(share(125, 1000).shareBp()).isEqualTo(1250);
        assertThat(new Cell(CITY, false, 0, 0, 0).shareBp()).isZero();
    }

    private Cell total(long count) {
        return suppression.of(count(CITY, count), List.of()).total();
    }

    private Cell share(long count, long among) {
        return suppression.of(new Cell(CITY, false, count, among, 0), List.of()).total();
    }

    private static Cell cell(String division, long count) {
        return count(new DivisionCode(division), count);
    }

    private static Cell count(DivisionCode division, long count) {
        return new Cell(division, false, count, 0, 0);
    }
}
