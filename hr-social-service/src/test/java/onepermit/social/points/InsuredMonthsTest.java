package onepermit.social.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.Payment;
import onepermit.social.employment.EmploymentPeriod;
import org.junit.jupiter.api.Test;

/** Rows D05 and D08: which months count, and at which base. */
class InsuredMonthsTest {
    private static final DivisionCode SHANGHAI = new DivisionCode("310000");
    private static final Employer FIRM = new Employer("91990101MA0000007H");
    private static final Employer AGENCY = new Employer("91990101MA0000008X");
    private static final PointsRules TABLE = new PointsRules(RuleSets.shipped().of("SH-POINTS-2015"));

    @Test
    void D05_back_paid_months_and_those_of_another_payer_do_not_count() {
        InsuredMonths months = of(
                Map.of(
                        Month.JANUARY, paid(FIRM, false),
                        Month.FEBRUARY, paid(FIRM, true),
                        Month.MARCH, paid(AGENCY, false),
                        Month.APRIL, paid(Employer.FLEXIBLE, false)),
                contract(FIRM));

        assertThat(months.bases()).containsOnlyKeys(YearMonth.of(2016, 1));
        assertThat(months.backPaid()).isEqualTo(1);
        assertThat(months.otherPayer()).isEqualTo(2);
    }

    @Test
    void a_contract_that_was_never_reported_is_held_against_nobody() {
        InsuredMonths months = of(Map.of(Month.MARCH, paid(AGENCY, false)), List.of());

        assertThat(months.bases()).hasSize(1);
        assertThat(months.otherPayer()).isZero();
    }

    @Test
    void months_elsewhere_and_months_to_come_do_not_count() {
        InsuredMonths elsewhere = InsuredMonths.of(
                List.of(year("320100", 2016, Map.of(Month.JANUARY, paid(FIRM, false)))),
                List.of(),
                SHANGHAI,
                YearMonth.of(2016, 9));
        InsuredMonths later = of(Map.of(Month.OCTOBER, paid(FIRM, false)), List.of());

        assertThat(elsewhere.bases()).isEmpty();
        assertThat(later.bases()).isEmpty();
    }

    /** The average of 2015 was 5,939 yuan. */
    @Test
    void D08_a_base_is_compared_with_the_average_of_the_year_before() {
        InsuredMonths months = of(
                Map.of(Month.JANUARY, List.of(new Payment(FIRM, 593_900, false)), Month.AUGUST, paid(FIRM, false)),
                List.of());

        assertThat(months.percents(12, YearMonth.of(2016, 9), TABLE)).hasValue(List.of(100L, 50L));
        assertThat(months.percents(1, YearMonth.of(2016, 9), TABLE)).hasValue(List.of(50L));
    }

    @Test
    void D08_of_a_year_whose_average_is_not_in_the_table_nothing_is_known() {
        InsuredMonths months = InsuredMonths.of(
                List.of(year("310000", 2040, Map.of(Month.JANUARY, paid(FIRM, false)))),
                List.of(),
                SHANGHAI,
                YearMonth.of(2040, 9));

        assertThat(months.percents(12, YearMonth.of(2040, 9), TABLE)).isEmpty();
    }

    private static InsuredMonths of(Map<Month, List<Payment>> payments, List<EmploymentPeriod> contracts) {
        return InsuredMonths.of(List.of(year("310115", 2016, payments)), contracts, SHANGHAI, YearMonth.of(2016, 9));
    }

    private static LedgerYear year(String place, int year, Map<Month, List<Payment>> payments) {
        var key = new LedgerYear.Key(
                PersonKey.of(new byte[PersonKey.LENGTH]), new DivisionCode(place), InsuranceKind.PENSION, year);
        return new LedgerYear(key, new HashMap<>(payments));
    }

    private static List<Payment> paid(Employer payer, boolean backPaid) {
        return List.of(new Payment(payer, 300_000, backPaid));
    }

    private static List<EmploymentPeriod> contract(Employer employer) {
        return List.of(new EmploymentPeriod(
                employer, new DivisionCode("310115"), LocalDate.of(2015, 1, 1), Optional.empty(), false));
    }
}
