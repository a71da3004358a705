package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edition of the national schedule and the children it is for.
 *
 * @param bornFrom first birth date; empty = all before
 * @param bornTo last birth date; empty = all after
 * @param countsAs vaccines whose doses count as another one's, e.g. DT as DTaP
 */
public record Schedule(
        String id,
        String documentNumber,
        Optional<LocalDate> bornFrom,
        Optional<LocalDate> bornTo,
        Map<Vaccine, Vaccine> countsAs,
        List<ScheduledDose> doses) {
    private static final Comparator<DueDose> BY_DUE_DAY =
            Comparator.comparing(DueDose::dueOn).thenComparing(DueDose::vaccine).thenComparing(DueDose::number);

    boolean isFor(LocalDate birthDate) {
        return bornFrom.map(from -> !birthDate.isBefore(from)).orElse(true)
                && bornTo.map(to -> !birthDate.isAfter(to)).orElse(true);
    }

    /** Scheduled doses not given yet, by due day. The n-th dose given of a vaccine is its n-th dose, whenever it was given. */
    public List<DueDose> due(LocalDate birthDate, Collection<Dose> given) {
        Map<Vaccine, Integer> counts = new EnumMap<>(Vaccine.class);
        given.forEach(dose -> counts.merge(countsAs.getOrDefault(dose.vaccine(), dose.vaccine()), 1, Integer::sum));
        return doses.stream()
                .filter(scheduled -> scheduled.number() > counts.getOrDefault(scheduled.vaccine(), 0))
                .map(scheduled -> scheduled.dueFor(birthDate))
                .sorted(BY_DUE_DAY)
                .toList();
    }
}
