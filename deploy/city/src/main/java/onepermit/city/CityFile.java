package onepermit.city;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One file that a department brings in.
 *
 * @param department permit, social, education or health
 * @param kind kind of rows
 * @param header Chinese headers
 */
record CityFile(String department, String kind, List<String> header, Function<City, Stream<String>> lines) {

    static CityFile perHousehold(
            String department, String kind, List<String> header, Function<Household, Stream<List<String>>> rows) {
        return new CityFile(
                department,
                kind,
                header,
                city -> city.households().flatMap(rows).map(CityFile::line));
    }

    static CityFile perResident(
            String department, String kind, List<String> header, Function<Resident, Stream<List<String>>> rows) {
        return perHousehold(
                department,
                kind,
                header,
                household -> household.members().stream().flatMap(rows));
    }

    static CityFile once(
            String department, String kind, List<String> header, Function<City, Stream<List<String>>> rows) {
        return new CityFile(department, kind, header, city -> rows.apply(city).map(CityFile::line));
    }

    /** Header and lines, each without its line end. */
    Stream<String> text(City city) {
        return Stream.concat(Stream.of(line(header)), lines.apply(city));
    }

    String fileName() {
        return department + "-" + kind + ".csv";
    }

    /** None of the city's values holds a comma, a quote or a line end. */
    private static String line(List<String> fields) {
        return String.join(",", fields);
    }
}
