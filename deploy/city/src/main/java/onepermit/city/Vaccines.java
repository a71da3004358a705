package onepermit.city;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The doses of the national immunisation programme, 2021 edition with the DTaP change of 2025 (DOMAIN 2.12). */
final class Vaccines {
    /** A dose: vaccine, number, months of age when due. */
    record Due(String vaccine, int number, int months) {
        LocalDate on(LocalDate birth) {
            return birth.plusMonths(months);
        }
    }

    private static final List<Due> SCHEDULE = List.of(
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

    /** Those who reach two months of age when the change of 2025 is in force. */
    private static final LocalDate BORN_INTO_CHANGE = LocalDate.of(2024, 11, 1);

    private static final Set<Due> BEFORE_CHANGE =
            Set.of(new Due("DTaP", 1, 3), new Due("DTaP", 2, 4), new Due("DTaP", 3, 5));
    private static final List<Due> SCHEDULE_2025 = Stream.concat(
                    Stream.of(new Due("DTaP", 1, 2), new Due("DTaP", 2, 4), new Due("DTaP", 3, 6)),
                    SCHEDULE.stream().filter(due -> !BEFORE_CHANGE.contains(due)))
            .sorted(Comparator.comparingInt(Due::months))
            .toList();
    private static final LocalDate DTAP_CHANGE = LocalDate.of(2025, 1, 1);

    private Vaccines() {}

    static List<Due> schedule(LocalDate birth) {
        return birth.isBefore(BORN_INTO_CHANGE) ? SCHEDULE : SCHEDULE_2025;
    }

    static String edition(LocalDate birth) {
        if (birth.isBefore(LocalDate.of(2019, 1, 1))) {
            return "CN-NIP-2021";
        }
        return birth.isBefore(BORN_INTO_CHANGE) ? "CN-NIP-2021-DTAP5" : "CN-NIP-2025";
    }

    /** At six the last dose was DT until 2024 and is DTaP since. */
    static String atSix(Due due, LocalDate given) {
        return due.vaccine().equals("DTaP") && due.number() == 5 && given.isBefore(DTAP_CHANGE) ? "DT" : due.vaccine();
    }
}
