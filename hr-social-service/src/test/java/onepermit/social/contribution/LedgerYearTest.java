package onepermit.social.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.junit.jupiter.api.Test;

/** Twelve months of one person, place and kind. */
class LedgerYearTest {
    private static final Employer SHOP = new Employer("91990101MA0000007H");
    private static final Payment ON_TIME = new Payment(SHOP, 500_000, false);
    private static final Payment LATE = new Payment(Employer.FLEXIBLE, 400_000, true);

    private final LedgerYear year = new LedgerYear(
            new LedgerYear.Key(
                    PersonKey.of(new byte[PersonKey.LENGTH]), new DivisionCode("350200"), InsuranceKind.PENSION, 2025),
            Map.of());

    @Test
    void month_7_before_6_and_7_twice_are_two_months() {
        assertThat(year.post(Month.JULY, ON_TIME)).isEqualTo(LedgerYear.Posting.NEW);
        assertThat(year.post(Month.JUNE, ON_TIME)).isEqualTo(LedgerYear.Posting.NEW);
        assertThat(year.post(Month.JULY, ON_TIME)).isEqualTo(LedgerYear.Posting.DUPLICATE);

        assertThat(year.paid().bits()).isEqualTo(0b0110_0000);
    }

    @Test
    void a_month_paid_by_two_employers_counts_once_and_is_back_paid_only_if_both_were_late() {
        year.post(Month.MAY, LATE);
        assertThat(year.backPaid().contains(Month.MAY)).isTrue();

        year.post(Month.MAY, ON_TIME);

        assertThat(year.paid().of(2025)).containsExactly(YearMonth.of(2025, 5));
        assertThat(year.backPaid()).isEqualTo(MonthSet.NONE);
    }

    @Test
    void other_figures_replace_those_that_stood_and_history_keeps_them() {
        year.post(Month.MAY, ON_TIME);

        assertThat(year.post(Month.MAY, new Payment(SHOP, 600_000, false))).isEqualTo(LedgerYear.Posting.CHANGED);

        assertThat(year.replaced()).containsExactly(new LedgerYear.Replaced(Month.MAY, ON_TIME));
    }

    @Test
    void a_correction_leaves_the_true_payment_alone_or_none() {
        year.post(Month.MAY, ON_TIME);
        year.post(Month.MAY, LATE);

        year.correct(Month.MAY, Optional.empty());

        assertThat(year.paid()).isEqualTo(MonthSet.NONE);
        assertThat(year.replaced()).hasSize(2);
    }

    @Test
    void runs_and_gaps_are_named() {
        var months = new TreeSet<>(
                List.of(YearMonth.of(2016, 4), YearMonth.of(2016, 5), YearMonth.of(2016, 6), YearMonth.of(2016, 8)));

        var runs = MonthRun.runs(months);

        assertThat(runs).extracting(MonthRun::months).containsExactly(3, 1);
        assertThat(MonthRun.gaps(runs)).containsExactly(new MonthRun(YearMonth.of(2016, 7), YearMonth.of(2016, 7)));
    }
}
