package onepermit.education.vaccinationcheck;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import onepermit.exchange.identity.PersonKey;

/**
 * The latest check of a pupil who entered a school.
 *
 * @param pupilRef the school's own reference
 * @param enteredOn first day on the school's roll
 * @param missing doses due by the day of the check and not given
 */
public record VaccinationCheck(
        PersonKey pupil,
        String school,
        LocalDate enteredOn,
        String pupilRef,
        LocalDate checkedOn,
        List<String> missing) {
    private static final int DAYS = 30;

    public VaccinationCheck {
        missing = List.copyOf(missing);
    }

    /** The school has checked by then (入学查验办法 2021: within 30 days of term start or transfer). */
    public LocalDate checkDue() {
        return enteredOn.plusDays(DAYS);
    }

    /** Gaps are checked again by then (入学查验办法 2021: before the end of December). */
    public LocalDate recheckDue() {
        return LocalDate.of(enteredOn.getYear(), Month.DECEMBER, Month.DECEMBER.maxLength());
    }
}
