package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.List;

/**
 * What is still due, as dates and never as a status: what is missing on a day are the doses due by then.
 *
 * @param schedule edition it was reckoned by
 * @param due by due day
 */
public record Immunisation(String schedule, List<DueDose> due) {

    public List<String> missingOn(LocalDate day) {
        return due.stream()
                .filter(dose -> dose.missingOn(day))
                .map(DueDose::label)
                .toList();
    }
}
