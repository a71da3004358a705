package onepermit.social.employment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.EmployerMonths;
import onepermit.social.contribution.MonthSet;
import org.junit.jupiter.api.Test;

/** Employment from reports and contributions. */
class EmploymentTest {
    private static final Employer SHOP = new Employer("91990101MA0000007H");
    private static final DivisionCode XIAMEN = new DivisionCode("350200");
    private static final DivisionCode SIMING = new DivisionCode("350203");

    @Test
    void contributions_of_an_employer_prove_employment_until_two_months_after_the_last() {
        Employment employment = Employment.of(List.of(), List.of(paid(2025, 1, 6)));

        assertThat(employment.periods()).singleElement().satisfies(period -> {
            assertThat(period.from()).isEqualTo("2025-01-01");
            assertThat(period.to()).hasValue(LocalDate.of(2025, 8, 31));
            assertThat(period.division()).isEqualTo(XIAMEN);
        });
    }

    @Test
    void a_late_month_does_not_end_employment_and_a_long_gap_does() {
        Employment employment =
                Employment.of(List.of(), List.of(paid(2024, 1, 3), paid(2024, 5, 6), paid(2024, 12, 12)));

        assertThat(employment.periods())
                .extracting(EmploymentPeriod::from)
                .containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 1));
    }

    @Test
    void what_the_employer_reports_holds_over_what_contributions_suggest() {
        var reported = new EmploymentPeriod(
                SHOP, SIMING, LocalDate.of(2025, 1, 6), Optional.of(LocalDate.of(2025, 6, 30)), false);

        Employment employment = Employment.of(List.of(reported), List.of(paid(2025, 1, 6)));

        assertThat(employment.periods()).containsExactly(reported);
    }

    private static EmployerMonths paid(int year, int from, int to) {
        MonthSet months = IntStream.rangeClosed(from, to)
                .mapToObj(Month::of)
                .reduce(MonthSet.NONE, MonthSet::with, (one, other) -> one);
        return new EmployerMonths(PersonKey.of(new byte[PersonKey.LENGTH]), XIAMEN, SHOP, year, months);
    }
}
