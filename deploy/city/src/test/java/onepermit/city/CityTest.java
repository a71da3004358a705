package onepermit.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import org.junit.jupiter.api.Test;

class CityTest {
    private static final City CITY = new City(1, 20_000);

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        assertThat(digest(new City(7, 2_000))).isEqualTo(digest(new City(7, 2_000)));
        assertThat(digest(new City(7, 2_000))).isNotEqualTo(digest(new City(8, 2_000)));
    }

    @Test
    void a_larger_city_begins_with_the_smaller_one() {
        List<Household> small = new City(7, 500).households().toList();
        List<Household> large = new City(7, 1_000).households().toList();
        assertThat(large.subList(0, small.size())).isEqualTo(small);
    }

    @Test
    void a_city_has_the_residents_asked_for() {
        assertThat(people().count()).isBetween(20_000L, 20_030L);
        assertThatThrownBy(() -> new City(1, 2_000_001)).hasMessageContaining("2000001");
    }

    @Test
    void every_id_is_valid_synthetic_and_used_once() {
        CitizenIds ids = new CitizenIds(true, Clock.systemUTC());
        Set<String> seen = new HashSet<>();
        people().forEach(person -> {
            assertThat(ids.read("citizen_id", person.id()).division()).startsWith("99");
            assertThat(seen.add(person.id())).isTrue();
        });
        CITY.households()
                .flatMap(home -> home.kin().stream())
                .forEach(kin -> assertThat(seen.contains(kin.child()) && seen.contains(kin.parent()))
                        .isTrue());
    }

    @Test
    void every_division_is_in_the_table() {
        Divisions divisions = Divisions.load();
        Set<String> used = people().flatMap(person -> Stream.of(
                                Stream.of(person.hukou()),
                                person.stays().stream().map(Stay::division),
                                person.jobs().stream().map(Job::division),
                                person.covers().stream().map(Cover::place))
                        .flatMap(each -> each))
                .collect(Collectors.toSet());
        used.forEach(division -> divisions.read("division", division));
        assertThat(used).contains("350203", "350206", "350211", "420100", "420600", "110112", "440300", "330282");
    }

    @Test
    void numbers_of_firms_and_people_are_those_of_the_standards() {
        assertThat(Numbers.employer(0)).isEqualTo("91990101MA0000007H");
        assertThat(Numbers.citizen("990101", LocalDate.of(1988, 8, 8), 3)).isEqualTo("99010119880808003X");
    }

    @Test
    void nothing_lies_ahead_of_the_city_or_before_birth() {
        people().forEach(person -> {
            LocalDate birth = Numbers.birth(person.id());
            person.stays().forEach(stay -> {
                assertThat(stay.from()).isBetween(birth, Calendar.TODAY);
                assertThat(stay.to()).matches(to -> to == null || !to.isBefore(stay.from()));
            });
            person.jobs().forEach(job -> assertThat(job.from()).isBetween(birth.plusYears(16), Calendar.TODAY));
            person.covers().forEach(cover -> assertThat(cover.to()).isBetween(cover.from(), Calendar.THIS_MONTH));
            person.schooling().forEach(years -> assertThat(years.from()).isBetween(birth.plusYears(5), Calendar.TODAY));
            person.doses().forEach(dose -> assertThat(dose.on()).isBetween(birth, Calendar.TODAY));
        });
    }

    @Test
    void ms_zhang_has_sixteen_years_in_xiangyang_and_sixty_two_months_in_wuhan() {
        Resident zhang = people().filter(person -> person.id().equals(DemoFamilies.MS_ZHANG))
                .findFirst()
                .orElseThrow();
        assertThat(pensionMonths(zhang, "420600")).isEqualTo(192);
        assertThat(pensionMonths(zhang, "420100")).isEqualTo(62);
    }

    @Test
    void every_named_family_is_in_every_city() {
        Set<String> ids = new City(99, 10)
                .households()
                .flatMap(home -> home.members().stream())
                .map(Resident::id)
                .collect(Collectors.toSet());
        DemoFamilies.all()
                .forEach(family -> assertThat(ids).contains(family.child()).containsAll(family.guardians()));
        assertThat(ids).contains(DemoFamilies.APPLICANT, DemoFamilies.NONE_OF_THREE);
    }

    private static long pensionMonths(Resident person, String place) {
        return person.covers().stream()
                .filter(cover -> cover.place().equals(place) && cover.kinds().contains("PENSION"))
                .flatMap(Cover::months)
                .distinct()
                .count();
    }

    private static Stream<Resident> people() {
        return CITY.households().flatMap(home -> home.members().stream());
    }

    private static String digest(City city) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            CityFiles.all()
                    .flatMap(file -> file.text(city))
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
