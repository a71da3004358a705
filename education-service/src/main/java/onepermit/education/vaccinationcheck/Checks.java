package onepermit.education.vaccinationcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** All checks of the department's schools. */
public interface Checks {

    /** Of the pupil's entry on that day. */
    Optional<VaccinationCheck> find(PersonKey pupil, String school, LocalDate enteredOn);

    /** Those of a school with gaps, by the day the re-check is due, then by reference. */
    List<VaccinationCheck> withGaps(String school);

    /** Adds it, or puts it in the place of an earlier one of the same entry. */
    void store(VaccinationCheck check);
}
