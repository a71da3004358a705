package onepermit.social.pension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statutory retirement ages before and after 2025. */
class RetirementAgesTest {
    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2025, 1, 1);
    private final RetirementAges ages = RetirementAgeFile.shipped();

    @Test
    void ms_zhang_retires_in_2026_04_by_the_old_rule_and_in_2026_08_by_the_new() {
        LocalDate born = LocalDate.of(1971, 4, 8);

        assertThat(ages.of(RetirementGroup.WOMEN_55, born, BEFORE).on()).isEqualTo("2026-04-08");
        RetirementAge now = ages.of(RetirementGroup.WOMEN_55, born, AFTER);
        assertThat(now.on()).isEqualTo("2026-08-08");
        assertThat(now.months()).isEqualTo(55 * 12 + 4);
    }

    @ParameterizedTest
    @CsvSource({
        "MEN_60, 1964-12, 720",
        "MEN_60, 1965-01, 721",
        "MEN_60, 1965-04, 721",
        "MEN_60, 1965-05, 722",
        "MEN_60, 1976-09, 756",
        "MEN_60, 1990-01, 756",
        "WOMEN_55, 1969-12, 660",
        "WOMEN_55, 1990-01, 696",
        "WOMEN_50, 1974-12, 600",
        "WOMEN_50, 1975-01, 601",
        "WOMEN_50, 1975-03, 602",
        "WOMEN_50, 1990-01, 660"
    })
    void the_delay_grows_by_birth_month_up_to_its_cap(RetirementGroup group, YearMonth born, int months) {
        assertThat(ages.of(group, born.atDay(15), AFTER).months()).isEqualTo(months);
    }
}
