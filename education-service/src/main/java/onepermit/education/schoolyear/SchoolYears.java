package onepermit.education.schoolyear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dated school years, from the table {@code schoolyear/school-years.yaml}. */
public final class SchoolYears {
    private static final String ELSEWHERE = "*";

    /** By year, then by city. */
    private final TreeMap<Integer, Map<String, SchoolYear>> years;

    SchoolYears(TreeMap<Integer, Map<String, SchoolYear>> years) {
        this.years = years;
    }

    public static SchoolYears load() {
        try (InputStream table =
                Objects.requireNonNull(SchoolYears.class.getResourceAsStream("/schoolyear/school-years.yaml"))) {
            Map<String, Collection<Map<String, Object>>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            return new SchoolYears(SchoolYearTable.read(Objects.requireNonNull(yaml.get("schoolYears"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The school year as the city of the division runs it; refused when the table does not have it. */
    public SchoolYear read(String field, int year, DivisionCode division) {
        Map<String, SchoolYear> cities = years.get(year);
        if (cities == null) {
            throw new RefusalException(Refusal.invalid(
                    "SCHOOL_YEAR_UNKNOWN",
                    field,
                    "no school year " + year + "; expected one of " + years.firstKey() + " to " + years.lastKey()));
        }
        SchoolYear own = cities.get(division.city().value());
        return own != null ? own : Objects.requireNonNull(cities.get(ELSEWHERE));
    }
}
