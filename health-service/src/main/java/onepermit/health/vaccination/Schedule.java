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
 * @param catchUp what bounds a dose that is made up
 * @param unverified names of what has no confirmed source
 */
public record Schedule(
        String id,
        String documentNumber,
        Optional<LocalDate> bornFrom,
        Optional<LocalDate> bornTo,
        Map<Vaccine, Vaccine> countsAs,
        List<DoseSeries> series,
        CatchUpBounds catchUp,
        List<String> unverified) {
    private static final Comparator<DueDose> BY_DUE_DAY =
            Comparator.comparing(DueDose::dueOn).thenComparing(DueDose::vaccine).thenComparing(DueDose::number);

    boolean isFor(LocalDate birthDate) {
        return bornFrom.map(from -> !birthDate.isBefore(from)).orElse(true)
                && bornTo.map(to -> !birthDate.isAfter(to)).orElse(true);
    }

    /** Scheduled doses not given yet, by due day. The n-th dose given of a vaccine is its n-th dose, whenever it was given. */
    public List<DueDose> due(LocalDate birthDate, Collection<Dose> given) {
        Map<Vaccine, Integer> counts = counts(given);
        return followed(counts).stream()
                .flatMap(of -> of.left(counts.getOrDefault(of.vaccine(), 0), birthDate).stream())
                .sorted(BY_DUE_DAY)
                .toList();
    }

    /** What the child follows: of two vaccines that stand for one another the one begun, and none when one of them is complete. */
    List<DoseSeries> followed(Map<Vaccine, Integer> counts) {
        return series.stream().filter(of -> follows(of, counts)).toList();
    }

    Map<Vaccine, Integer> counts(Collection<Dose> given) {
        Map<Vaccine, Integer> counts = new EnumMap<>(Vaccine.class);
        given.forEach(dose -> counts.merge(counted(dose.vaccine()), 1, Integer::sum));
        return counts;
    }

    Vaccine counted(Vaccine given) {
        return countsAs.getOrDefault(given, given);
    }

    DoseSeries series(Vaccine vaccine) {
        return series.stream()
                .filter(of -> of.vaccine() == vaccine)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no doses of " + vaccine.code()));
    }

    private boolean follows(DoseSeries of, Map<Vaccine, Integer> counts) {
        Optional<DoseSeries> usual = of.insteadOf().map(this::series);
        if (usual.isPresent()) {
            return begun(of, counts) && !begun(usual.get(), counts);
        }
        return alternative(of)
                .map(other -> begun(of, counts) && !complete(other, counts) || !begun(other, counts))
                .orElse(true);
    }

    private Optional<DoseSeries> alternative(DoseSeries usual) {
        return series.stream()
                .filter(of -> of.insteadOf().filter(usual.vaccine()::equals).isPresent())
                .findFirst();
    }

    private static boolean begun(DoseSeries of, Map<Vaccine, Integer> counts) {
        return counts.getOrDefault(of.vaccine(), 0) > 0;
    }

    private static boolean complete(DoseSeries of, Map<Vaccine, Integer> counts) {
        return counts.getOrDefault(of.vaccine(), 0) >= of.size();
    }
}
