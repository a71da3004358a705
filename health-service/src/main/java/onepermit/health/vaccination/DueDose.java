package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A scheduled dose that was not given yet.
 *
 * @param number within its vaccine, from 1
 * @param lapsesOn first day on which it is no longer demanded, because the child is too old for it; empty = never
 */
public record DueDose(Vaccine vaccine, int number, LocalDate dueOn, Optional<LocalDate> lapsesOn) {

    public boolean missingOn(LocalDate day) {
        return !dueOn.isAfter(day) && lapsesOn.map(day::isBefore).orElse(true);
    }

    /** As people read it, e.g. {@code DTaP5}. */
    public String label() {
        return vaccine.code() + number;
    }
}
