package onepermit.education.schoolyear;

import java.time.LocalDate;

/**
 * One school year as one city runs it.
 *
 * @param year its first calendar year
 * @param bornFrom earliest birth date of the children taken in
 * @param bornTo latest birth date of the children taken in
 * @param termStart first day of school
 * @param vaccinationCheckBy the school's check of vaccinations is finished by then (30 days from term start)
 * @param vaccinationRecheckBy catch-up doses are checked again by then
 */
public record SchoolYear(
        int year,
        LocalDate bornFrom,
        LocalDate bornTo,
        LocalDate termStart,
        LocalDate vaccinationCheckBy,
        LocalDate vaccinationRecheckBy,
        Intake intake) {

    /** First school day of a child: this year's term start, or the first later one it is old enough for. */
    public LocalDate schoolStart(LocalDate born) {
        int later = 0;
        while (born.isAfter(bornTo.plusYears(later))) {
            later++;
        }
        return termStart.plusYears(later);
    }
}
