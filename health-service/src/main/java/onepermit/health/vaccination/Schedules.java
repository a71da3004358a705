package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.List;

/** All editions of the schedule. Every birth date has exactly one. */
public final class Schedules {
    private final List<Schedule> editions;

    public Schedules(List<Schedule> editions) {
        this.editions = List.copyOf(editions);
    }

    public Schedule of(LocalDate birthDate) {
        List<Schedule> matching =
                editions.stream().filter(edition -> edition.isFor(birthDate)).toList();
        if (matching.size() != 1) {
            throw new IllegalStateException(
                    "birth dates of " + birthDate.getYear() + " have " + matching.size() + " schedules instead of one: "
                            + matching.stream().map(Schedule::id).toList());
        }
        return matching.getFirst();
    }

    public List<Schedule> editions() {
        return editions;
    }
}
