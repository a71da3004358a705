package onepermit.education.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.RefusalException;
import org.junit.jupiter.api.Test;

class SchoolYearsTest {
    private static final DivisionCode SIMING = new DivisionCode("350203");
    private final SchoolYears years = SchoolYears.load();

    @Test
    void a_child_of_2025_is_born_from_september_2018_to_august_2019() {
        SchoolYear year = years.read("school_year", 2025, SIMING);

        assertThat(year.bornFrom()).isEqualTo("2018-09-01");
        assertThat(year.bornTo()).isEqualTo("2019-08-31");
        assertThat(year.termStart()).isEqualTo("2025-09-01");
        assertThat(year.vaccinationCheckBy()).isEqualTo("2025-10-01");
        assertThat(year.vaccinationRecheckBy()).isEqualTo("2025-12-31");
        assertThat(year.intake().unverified()).isTrue();
    }

    @Test
    void a_child_too_young_begins_school_in_the_first_year_it_is_old_enough_for() {
        SchoolYear year = years.read("school_year", 2025, SIMING);

        assertThat(year.schoolStart(LocalDate.of(2019, 8, 31))).isEqualTo("2025-09-01");
        assertThat(year.schoolStart(LocalDate.of(2019, 9, 1))).isEqualTo("2026-09-01");
        assertThat(year.schoolStart(LocalDate.of(2022, 1, 5))).isEqualTo("2028-09-01");
    }

    @Test
    void a_school_year_that_is_not_in_the_table_is_refused_by_name() {
        assertThatThrownBy(() -> years.read("school_year", 2009, SIMING))
                .isInstanceOfSatisfying(RefusalException.class, e -> {
                    assertThat(e.refusal().reason()).isEqualTo("SCHOOL_YEAR_UNKNOWN");
                    assertThat(e.refusal().field()).isEqualTo("school_year");
                    assertThat(e.refusal().text()).contains("2009");
                });
    }
}
