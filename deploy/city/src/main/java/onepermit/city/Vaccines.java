package onepermit.city;

import java.time.LocalDate;
import java.util.List;

/** The doses of the national immunisation programme, 2021 edition with the DTaP change of 2025 (DOMAIN 2.12). */
final class Vaccines {
    /** A dose: vaccine, number, months of age when due. */
    record Due(String vaccine, int number, int months) {
        LocalDate on(LocalDate birth) {
            return birth.plusMonths(months);
        }
    }

    static final List<Due> SCHEDULE = List.of(
            new Due("HepB", 1, 0),
            new Due("BCG", 1, 0),
            new Due("HepB", 2, 1),
            new Due("IPV", 1, 2),
            new Due("DTaP", 1, 3),
            new Due("IPV", 2, 3),
            new Due("bOPV", 1, 4),
            new Due("DTaP", 2, 4),
            new Due("DTaP", 3, 5),
            new Due("HepB", 3, 6),
            new Due("MPSV-A", 1, 6),
            new Due("MMR", 1, 8),
            new Due("JE-L", 1, 8),
            new Due("MPSV-A", 2, 9),
            new Due("DTaP", 4, 18),
            new Due("MMR", 2, 18),
            new Due("HepA-L", 1, 18),
            new Due("JE-L", 2, 24),
            new Due("MPSV-AC", 1, 36),
            new Due("bOPV", 2, 48),
            new Due("DTaP", 5, 72),
            new Due("MPSV-AC", 2, 72));

    private static final LocalDate DTAP_CHANGE = LocalDate.of(2025, 1, 1);

    private Vaccines() {}

    /** At six the last dose was DT until 2024 and is DTaP since. */
    static String atSix(Due due, LocalDate given) {
        return due.vaccine().equals("DTaP") && due.number() == 5 && given.isBefore(DTAP_CHANGE) ? "DT" : due.vaccine();
    }
}
