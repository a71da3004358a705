package onepermit.exchange.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * Whose facts a dataset holds. Absence of a fact means no only inside coverage.
 *
 * @param divisions GB/T 2260 codes, those of a province or city meaning all inside it; {@code *} = everywhere
 * @param from first day the records reach back to
 */
public record Coverage(List<String> divisions, LocalDate from) {

    public boolean everywhere() {
        return divisions.contains("*");
    }

    public boolean covers(String division) {
        return everywhere() || divisions.stream().anyMatch(covered -> division.startsWith(prefix(covered)));
    }

    public boolean reachesBackTo(LocalDate day) {
        return !day.isBefore(from);
    }

    private static String prefix(String division) {
        if (division.endsWith("0000")) {
            return division.substring(0, 2);
        }
        return division.endsWith("00") ? division.substring(0, 4) : division;
    }
}
