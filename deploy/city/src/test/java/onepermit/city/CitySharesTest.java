package onepermit.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The city looks as the study counts it, and holds every kind of trouble that real files have. */
class CitySharesTest {
    private static final City CITY = new City(1, 20_000);
    private static final List<String> COMPULSORY = List.of("PRIMARY", "JUNIOR");

    private record Pupil(boolean migrant, boolean publicSchool) {}

    @Test
    void shares_of_migrant_pupils_are_the_published_ones() {
        Map<String, List<Pupil>> pupils = pupils(new City(3, 200_000));
        assertThat(migrant(pupils, "350200")).as("H05").isCloseTo(0.524, within(0.02));
        assertThat(migrant(pupils, "330400")).as("E05 Jiaxing").isCloseTo(0.20, within(0.04));
        assertThat(migrant(pupils, "330282")).as("E05 Cixi").isCloseTo(0.224, within(0.04));
        assertThat(migrant(pupils, "150000")).as("G03").isCloseTo(0.1485, within(0.05));
        assertThat(inPublicSchools(pupils, "330400")).as("E05 Jiaxing").isCloseTo(0.54, within(0.07));
        assertThat(inPublicSchools(pupils, "330282")).as("E05 Cixi").isCloseTo(0.401, within(0.07));
        assertThat(inPublicSchools(pupils, "150000")).as("G03").isCloseTo(0.9268, within(0.07));
    }

    @Test
    void insurance_has_gaps_late_payments_corrections_and_two_employers_at_once() {
        assertThat(covers(cover -> !cover.unpaid().isEmpty())).isGreaterThan(500);
        assertThat(covers(cover -> !cover.backPaid().isEmpty())).isGreaterThan(300);
        assertThat(covers(Cover::corrected)).isGreaterThan(20);
        assertThat(people(CitySharesTest::paidTwiceThisMonth)).isGreaterThan(200);
        assertThat(people(person -> person.jobs().stream().anyMatch(Job::flexible)))
                .isGreaterThan(1_000);
    }

    @Test
    void people_move_between_cities_and_bear_names_that_systems_lose() {
        assertThat(people(person ->
                        person.covers().stream().map(Cover::place).distinct().count() > 1))
                .isGreaterThan(300);
        assertThat(people(person -> person.name().contains("·"))).isGreaterThan(200);
        assertThat(people(person -> person.name().codePoints().anyMatch(point -> point > 0xFFFF)))
                .isGreaterThan(20);
    }

    @Test
    void some_migrant_children_are_not_registered_and_some_stand_in_no_hukou_book() {
        List<Household> migrant = CITY.households().filter(Household::migrant).toList();
        assertThat(migrant.stream()
                        .flatMap(home -> home.members().stream())
                        .filter(person ->
                                !person.doses().isEmpty() && person.stays().isEmpty())
                        .count())
                .isGreaterThan(20);
        assertThat(migrant.stream()
                        .filter(home -> home.kin().isEmpty()
                                && home.members().stream()
                                        .anyMatch(person -> !person.doses().isEmpty()))
                        .count())
                .isGreaterThan(5);
    }

    private static boolean paidTwiceThisMonth(Resident person) {
        return person.covers().stream()
                        .filter(cover -> cover.kinds().contains("PENSION") && cover.covers(Calendar.THIS_MONTH))
                        .count()
                > 1;
    }

    private static long covers(Predicate<Cover> which) {
        return people(person -> person.covers().stream().anyMatch(which));
    }

    private static long people(Predicate<Resident> which) {
        return CITY.households()
                .flatMap(home -> home.members().stream())
                .filter(which)
                .count();
    }

    private static double migrant(Map<String, List<Pupil>> pupils, String pool) {
        return share(pupils.getOrDefault(pool, List.of()).stream(), Pupil::migrant);
    }

    private static double inPublicSchools(Map<String, List<Pupil>> pupils, String pool) {
        return share(pupils.getOrDefault(pool, List.of()).stream().filter(Pupil::migrant), Pupil::publicSchool);
    }

    private static double share(Stream<Pupil> pupils, Predicate<Pupil> which) {
        return pupils.collect(Collectors.averagingDouble(pupil -> which.test(pupil) ? 1 : 0));
    }

    /** Children in compulsory schooling on the city's day, by town. */
    private static Map<String, List<Pupil>> pupils(City city) {
        return city.households()
                .collect(Collectors.groupingBy(
                        home -> home.town().pool(),
                        Collectors.flatMapping(CitySharesTest::pupilsOf, Collectors.toList())));
    }

    private static Stream<Pupil> pupilsOf(Household home) {
        return home.members().stream()
                .flatMap(person -> person.schooling().stream())
                .filter(years ->
                        years.to() == null && COMPULSORY.contains(years.school().stage()))
                .map(years -> new Pupil(home.migrant(), years.school().publicSchool()));
    }
}
