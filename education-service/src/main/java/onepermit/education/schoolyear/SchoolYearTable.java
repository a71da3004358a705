package onepermit.education.schoolyear;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the YAML of the school years; a missing or malformed entry fails the start. */
final class SchoolYearTable {
    private SchoolYearTable() {}

    static TreeMap<Integer, Map<String, SchoolYear>> read(Collection<Map<String, Object>> rows) {
        TreeMap<Integer, Map<String, SchoolYear>> years = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            years.put((Integer) Objects.requireNonNull(row.get("year")), cities(row));
        }
        return years;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, SchoolYear> cities(Map<String, Object> row) {
        Map<String, Map<String, Object>> intake =
                (Map<String, Map<String, Object>>) Objects.requireNonNull(row.get("intake"));
        Map<String, SchoolYear> cities = new HashMap<>();
        intake.forEach((city, dates) -> cities.put(city, schoolYear(row, dates)));
        return Map.copyOf(cities);
    }

    private static SchoolYear schoolYear(Map<String, Object> row, Map<String, Object> intake) {
        return new SchoolYear(
                (Integer) Objects.requireNonNull(row.get("year")),
                date(row, "bornFrom"),
                date(row, "bornTo"),
                date(row, "termStart"),
                date(row, "vaccinationCheckBy"),
                date(row, "vaccinationRecheckBy"),
                new Intake(
                        date(intake, "opens"),
                        date(intake, "closes"),
                        date(intake, "reckoning"),
                        Boolean.TRUE.equals(intake.get("unverified"))));
    }

    private static LocalDate date(Map<String, Object> row, String name) {
        return LocalDate.parse(String.valueOf(row.get(name)));
    }
}
