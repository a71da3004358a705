package onepermit.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import org.junit.jupiter.api.Test;

/** When missing doses may be given: by age, by the dose before, by other vaccines (2021 edition). */
class CatchUpTest {
    private static final DivisionCode SIMING = new DivisionCode("350203");
    private static final LocalDate BORN = LocalDate.of(2019, 3, 2);
    private static final LocalDate TERM = LocalDate.of(2025, 9, 1);
    private final Schedules schedules = ScheduleFile.shipped();
    private final List<Dose> given = new ArrayList<>(schedules.of(BORN).due(BORN, List.of()).stream()
            .map(dose -> new Dose(dose.vaccine(), dose.dueOn(), SIMING))
            .toList());

    @Test
    void what_has_long_been_possible_may_be_given_on_the_day_itself() {
        without(Vaccine.DTAP, 5);
        without(Vaccine.MPSV_AC, 2);

        assertThat(plan(TERM)).containsExactly("DTaP5 2025-09-01", "MPSV-AC2 2025-09-01");
    }

    @Test
    void a_dose_given_late_moves_the_next_one_away() {
        without(Vaccine.MPSV_AC, 2);
        given.removeIf(dose -> dose.vaccine() == Vaccine.MPSV_AC);
        given.add(new Dose(Vaccine.MPSV_AC, LocalDate.of(2023, 5, 4), SIMING));

        assertThat(plan(TERM)).containsExactly("MPSV-AC2 2026-05-04");
    }

    @Test
    void of_a_whole_series_each_dose_waits_for_the_one_before() {
        given.removeIf(dose -> dose.vaccine() == Vaccine.DTAP || dose.vaccine() == Vaccine.HEP_B);

        assertThat(plan(TERM))
                .containsExactly(
                        "HepB1 2025-09-01",
                        "DTaP1 2025-09-01",
                        "HepB2 2025-09-29",
                        "DTaP2 2025-09-29",
                        "DTaP3 2025-10-27",
                        "HepB3 2025-11-28",
                        "DTaP4 2026-04-27",
                        "DTaP5 2027-04-27");
    }

    @Test
    void a_live_vaccine_shortly_before_moves_another_live_one_away_and_no_inactivated_one() {
        without(Vaccine.MMR, 2);
        without(Vaccine.DTAP, 5);
        given.removeIf(dose -> dose.vaccine() == Vaccine.HEP_A_L);
        given.add(new Dose(Vaccine.HEP_A_L, LocalDate.of(2025, 8, 20), SIMING));

        assertThat(plan(TERM)).containsExactly("DTaP5 2025-09-01", "MMR2 2025-09-17");
        assertThat(plan(LocalDate.of(2025, 8, 20))).containsExactly("DTaP5 2025-08-20", "MMR2 2025-08-20");
    }

    @Test
    void after_one_dose_of_group_a_the_next_group_is_three_months_away_after_two_twelve() {
        LocalDate late = LocalDate.of(2021, 2, 20);
        given.removeIf(dose -> dose.vaccine() == Vaccine.MPSV_A || dose.vaccine() == Vaccine.MPSV_AC);
        given.add(new Dose(Vaccine.MPSV_A, late, SIMING));
        given.add(new Dose(Vaccine.MPSV_A, late.plusYears(4), SIMING));

        assertThat(plan(TERM)).first().isEqualTo("MPSV-AC1 2026-02-20");

        given.removeIf(
                dose -> dose.vaccine() == Vaccine.MPSV_A && dose.givenOn().equals(late));
        assertThat(plan(LocalDate.of(2025, 3, 1))).first().isEqualTo("MPSV-AC1 2025-05-20");
    }

    @Test
    void from_eighteen_years_on_nothing_is_made_up() {
        given.clear();

        assertThat(plan(LocalDate.of(2037, 3, 2))).isEmpty();
    }

    private void without(Vaccine vaccine, int number) {
        LocalDate due = schedules.of(BORN).series(vaccine).dueOn(number, BORN);
        given.removeIf(dose -> dose.vaccine() == vaccine && dose.givenOn().equals(due));
    }

    private List<String> plan(LocalDate day) {
        return new VaccinationRecord(BORN, given)
                .catchUp(schedules, day).stream()
                        .map(dose -> dose.due().label() + " " + dose.earliestOn())
                        .toList();
    }
}
