package onepermit.health.unit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;

/** All vaccination units. */
public interface Units {

    /** Adds units, or updates by code. */
    void record(Collection<VaccinationUnit> units);

    Optional<VaccinationUnit> find(String code);

    /** By code. */
    List<VaccinationUnit> all();

    /** Those of a division and of the divisions inside it, by code. */
    default List<VaccinationUnit> in(DivisionCode division) {
        return all().stream().filter(unit -> division.contains(unit.division())).toList();
    }

    /** The unit that takes in who lives in a division: of the smallest place around it that has one, by code the first. */
    static Optional<VaccinationUnit> takingIn(List<VaccinationUnit> units, DivisionCode division) {
        return units.stream()
                .filter(unit -> unit.takesIn() && unit.division().contains(division))
                .min(Comparator.comparing((VaccinationUnit unit) -> zeros(unit.division()))
                        .thenComparing(VaccinationUnit::code));
    }

    private static int zeros(DivisionCode division) {
        String code = division.value();
        return code.endsWith("0000") ? 2 : code.endsWith("00") ? 1 : 0;
    }
}
