package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A dose as the schedule has it.
 *
 * @param atMonths age at which it falls due
 * @param upToMonths age from which it is no longer demanded
 */
record ScheduledDose(Vaccine vaccine, int number, int atMonths, Optional<Integer> upToMonths) {

    DueDose dueFor(LocalDate birthDate) {
        return new DueDose(vaccine, number, birthDate.plusMonths(atMonths), upToMonths.map(birthDate::plusMonths));
    }
}
