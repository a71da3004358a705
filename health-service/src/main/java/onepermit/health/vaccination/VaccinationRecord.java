package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.List;

/** What a person has been given. */
public record VaccinationRecord(LocalDate birthDate, List<Dose> doses) {

    Immunisation under(Schedules schedules) {
        Schedule schedule = schedules.of(birthDate);
        return new Immunisation(schedule.id(), schedule.due(birthDate, doses));
    }

    /** What is missing on the day, and when it may be given. */
    public List<CatchUpDose> catchUp(Schedules schedules, LocalDate day) {
        return CatchUpPlan.of(schedules.of(birthDate), this, day);
    }
}
