package onepermit.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The national schedule by birth date. */
class ScheduleTest {
    private static final DivisionCode SIMING = new DivisionCode("350203");
    private static final LocalDate SCHOOL_2025 = LocalDate.of(2025, 9, 1);
    private final Schedules schedules = ScheduleFile.shipped();

    @ParameterizedTest
    @CsvSource({
        "2015-01-01, CN-NIP-2021",
        "2018-12-31, CN-NIP-2021",
        "2019-01-01, CN-NIP-2021-DTAP5",
        "2024-10-31, CN-NIP-2021-DTAP5",
        "2024-11-01, CN-NIP-2025",
        "2026-03-01, CN-NIP-2025"
    })
    void every_birth_date_has_one_edition(LocalDate born, String edition) {
        assertThat(schedules.of(born).id()).isEqualTo(edition);
    }

    @Test
    void a_child_with_all_doses_but_two_misses_these_two_at_school_entry() {
        LocalDate born = LocalDate.of(2019, 2, 2);
        List<Dose> given = allDoses(born);
        given.removeIf(dose -> dose.givenOn().equals(born.plusMonths(72)));

        assertThat(immunisation(born, given).missingOn(SCHOOL_2025)).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(immunisation(born, given).missingOn(LocalDate.of(2025, 2, 1)))
                .isEmpty();
    }

    @Test
    void a_child_with_all_doses_misses_none() {
        LocalDate born = LocalDate.of(2019, 8, 30);

        assertThat(immunisation(born, allDoses(born)).due()).isEmpty();
    }

    @Test
    void dt_at_six_counts_as_the_fifth_dtap_of_the_old_schedule_only() {
        for (LocalDate born : List.of(LocalDate.of(2018, 9, 1), LocalDate.of(2019, 9, 1))) {
            List<Dose> given = allDoses(born);
            given.removeIf(
                    dose -> dose.vaccine() == Vaccine.DTAP && dose.givenOn().equals(born.plusMonths(72)));
            given.add(new Dose(Vaccine.DT, born.plusMonths(72), SIMING));

            boolean old = born.getYear() == 2018;
            assertThat(immunisation(born, given).due()).hasSize(old ? 0 : 1);
        }
    }

    @Test
    void from_2025_dtap_begins_at_two_months() {
        LocalDate born = LocalDate.of(2025, 1, 10);

        assertThat(immunisation(born, List.of()).due())
                .filteredOn(dose -> dose.vaccine() == Vaccine.DTAP)
                .extracting(DueDose::dueOn)
                .containsExactly(
                        LocalDate.of(2025, 3, 10),
                        LocalDate.of(2025, 5, 10),
                        LocalDate.of(2025, 7, 10),
                        LocalDate.of(2026, 7, 10),
                        LocalDate.of(2031, 1, 10));
    }

    @Test
    void bcg_is_not_made_up_from_four_years_on() {
        LocalDate born = LocalDate.of(2019, 2, 2);
        List<Dose> given = allDoses(born);
        given.removeIf(dose -> dose.vaccine() == Vaccine.BCG);

        assertThat(immunisation(born, given).missingOn(LocalDate.of(2023, 2, 1)))
                .containsExactly("BCG1");
        assertThat(immunisation(born, given).missingOn(LocalDate.of(2023, 2, 2)))
                .isEmpty();
    }

    @Test
    void mpsv_a_is_not_made_up_from_two_years_on() {
        LocalDate born = LocalDate.of(2019, 2, 2);
        List<Dose> given = allDoses(born);
        given.removeIf(dose -> dose.vaccine() == Vaccine.MPSV_A);

        assertThat(immunisation(born, given).missingOn(LocalDate.of(2021, 2, 1)))
                .containsExactly("MPSV-A1", "MPSV-A2");
        assertThat(immunisation(born, given).missingOn(SCHOOL_2025)).isEmpty();
    }

    @Test
    void whoever_has_begun_with_the_inactivated_vaccine_follows_it_and_either_completes() {
        LocalDate born = LocalDate.of(2019, 2, 2);
        List<Dose> given = allDoses(born);
        given.removeIf(dose -> dose.vaccine() == Vaccine.JE_L || dose.vaccine() == Vaccine.HEP_A_L);
        given.add(new Dose(Vaccine.JE_I, born.plusMonths(8), SIMING));
        given.add(new Dose(Vaccine.HEP_A_I, born.plusMonths(18), SIMING));

        assertThat(immunisation(born, given).missingOn(SCHOOL_2025))
                .containsExactly("JE-I2", "JE-I3", "HepA-I2", "JE-I4");

        given.add(new Dose(Vaccine.HEP_A_L, born.plusMonths(30), SIMING));
        assertThat(immunisation(born, given).missingOn(SCHOOL_2025)).containsExactly("JE-I2", "JE-I3", "JE-I4");
    }

    private Immunisation immunisation(LocalDate born, List<Dose> given) {
        return new VaccinationRecord(born, given).under(schedules);
    }

    private List<Dose> allDoses(LocalDate born) {
        return new ArrayList<>(schedules.of(born).due(born, List.of()).stream()
                .map(dose -> new Dose(dose.vaccine(), dose.dueOn(), SIMING))
                .toList());
    }
}
