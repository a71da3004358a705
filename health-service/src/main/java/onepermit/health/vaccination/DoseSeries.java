package onepermit.health.vaccination;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The doses of one vaccine as an edition has them.
 *
 * @param insteadOf the vaccine that this one may stand for, when it is an alternative
 * @param atMonths least age of each dose, at which it falls due too
 * @param afterDays days added to it
 * @param apart least time between each dose and the next when one is made up
 * @param after least time from the last dose of another vaccine to the first of this one, by how many of the other were given
 * @param upToMonths age from which a missing dose is no longer made up
 */
record DoseSeries(
        Vaccine vaccine,
        Optional<Vaccine> insteadOf,
        List<Integer> atMonths,
        List<Integer> afterDays,
        List<Period> apart,
        Map<Vaccine, List<Period>> after,
        Optional<Integer> upToMonths) {

    DoseSeries {
        if (apart.size() != atMonths.size() - 1 || afterDays.size() != atMonths.size()) {
            throw new IllegalArgumentException("schedule: " + vaccine.code() + " has " + atMonths.size()
                    + " doses; expected one time apart less, and as many afterDays or none");
        }
    }

    int size() {
        return atMonths.size();
    }

    /** Of which so many were given, those that are left, in order. */
    List<DueDose> left(int given, LocalDate birthDate) {
        List<DueDose> left = new ArrayList<>();
        for (int number = given + 1; number <= size(); number++) {
            left.add(new DueDose(vaccine, number, dueOn(number, birthDate), upToMonths.map(birthDate::plusMonths)));
        }
        return left;
    }

    LocalDate dueOn(int number, LocalDate birthDate) {
        return birthDate.plusMonths(atMonths.get(number - 1)).plusDays(afterDays.get(number - 1));
    }

    /** @param number of the later of the two doses */
    Period apartBefore(int number) {
        return apart.get(number - 2);
    }

    /**
     * How far its first dose is from the last one of another vaccine; empty = that one does not matter.
     *
     * @param doses how many of the other vaccine were given, at least one
     */
    Optional<Period> apartFrom(Vaccine other, int doses) {
        return Optional.ofNullable(after.get(other)).map(times -> times.get(Math.min(doses, times.size()) - 1));
    }
}
