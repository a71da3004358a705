package onepermit.education.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points first, then preferences, and the validator that trusts nobody (DOMAIN H05). */
class SeatAllocationTest {
    private static final int CHILDREN = 100_000;
    private static final int SCHOOLS = 1_000;

    @Test
    void scenario_24_k1_and_k3_have_school_a_k2_has_b_and_k4_waits() {
        List<Claim> byRank = List.of(
                new Claim("K1", List.of("A", "B")),
                new Claim("K3", List.of("A")),
                new Claim("K2", List.of("A", "B")),
                new Claim("K4", List.of("B")));
        SortedMap<String, Integer> seats = new TreeMap<>(Map.of("A", 2, "B", 1));

        Map<String, String> placed = SeatAllocation.of(byRank, seats);

        assertThat(placed).containsExactlyInAnyOrderEntriesOf(Map.of("K1", "A", "K3", "A", "K2", "B"));
        assertThat(AllocationValidator.faults(byRank, seats, placed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_wanted_the_validator_finds_nothing_and_the_result_is_the_same_again(long seed) {
        City city = City.of(seed, 600, 40);

        Map<String, String> placed = SeatAllocation.of(city.byRank, city.seats);

        assertThat(AllocationValidator.faults(city.byRank, city.seats, placed)).isEmpty();
        assertThat(SeatAllocation.of(city.byRank, city.seats)).isEqualTo(placed);
        assertThat(placed.size()).isBetween(1, 599);
    }

    @Test
    void the_validator_sees_a_seat_given_twice_an_envied_one_one_left_empty_and_a_school_nobody_asked_for() {
        List<Claim> byRank = List.of(new Claim("K1", List.of("A", "B")), new Claim("K2", List.of("A", "B")));

        assertThat(faults(byRank, Map.of("A", 1, "B", 1), Map.of("K1", "A", "K2", "A")))
                .containsExactly("A has 1 seats and 2 children");
        assertThat(faults(byRank, Map.of("A", 1, "B", 1), Map.of("K1", "B", "K2", "A")))
                .containsExactly("K1 envies a child of lower rank its seat at A");
        assertThat(faults(byRank, Map.of("A", 2, "B", 1), Map.of("K1", "A", "K2", "B")))
                .containsExactly("K2 was passed over at A, which has a seat left");
        assertThat(faults(byRank, Map.of("A", 2, "C", 1), Map.of("K1", "A", "K2", "C")))
                .containsExactly("K2 is placed at a school it did not ask for");
        assertThat(faults(byRank, Map.of("A", 3), Map.of("K1", "A", "K2", "A", "K9", "A")))
                .containsExactly("placed without an application, or twice: 1");
    }

    @Test
    void when_somebody_leaves_nobody_of_the_others_is_worse_off() {
        City city = City.of(11, 400, 20);
        Map<String, String> before = SeatAllocation.of(city.byRank, city.seats);
        List<Claim> others = new ArrayList<>(city.byRank);
        others.remove(7);

        Map<String, String> after = SeatAllocation.of(others, city.seats);

        for (Claim claim : others) {
            assertThat(wish(claim, after)).as(claim.number()).isLessThanOrEqualTo(wish(claim, before));
        }
    }

    /** Measured at a tenth of a second; a machine under load may be ten times slower and is still inside a second's order. */
    @Test
    void a_hundred_thousand_children_and_a_thousand_schools_are_allocated_and_checked_at_once() {
        City city = City.of(2026, CHILDREN, SCHOOLS);
        CheckedAllocation.of(city.byRank, city.seats);

        CheckedAllocation allocation = CheckedAllocation.of(city.byRank, city.seats);

        assertThat(allocation.placed().size()).isBetween(CHILDREN / 2, CHILDREN - 1);
        assertThat(allocation.took()).isLessThan(Duration.ofSeconds(3));
    }

    private static List<String> faults(List<Claim> byRank, Map<String, Integer> seats, Map<String, String> placed) {
        return AllocationValidator.faults(byRank, seats, placed);
    }

    private static int wish(Claim claim, Map<String, String> placed) {
        String school = placed.get(claim.number());
        return school == null ? Integer.MAX_VALUE : claim.preferences().indexOf(school);
    }

    /** Children who want some schools more than others, and fewer seats than children. */
    private record City(List<Claim> byRank, SortedMap<String, Integer> seats) {

        static City of(long seed, int children, int schools) {
            Random dice = new Random(seed);
            SortedMap<String, Integer> seats = new TreeMap<>();
            List<String> codes = new ArrayList<>();
            for (int school = 0; school < schools; school++) {
                String code = "S%04d".formatted(school);
                codes.add(code);
                seats.put(code, dice.nextInt(2 * children * 9 / 10 / schools + 1));
            }
            List<Claim> claims = new ArrayList<>();
            for (int child = 0; child < children; child++) {
                claims.add(new Claim("N%06d".formatted(child), wanted(dice, codes)));
            }
            Collections.shuffle(claims, dice);
            return new City(claims, seats);
        }

        private static List<String> wanted(Random dice, List<String> codes) {
            Map<Integer, String> wanted = new HashMap<>();
            while (wanted.size() < 5) {
                int school = (int) (codes.size() * dice.nextDouble() * dice.nextDouble());
                wanted.putIfAbsent(school, codes.get(school));
            }
            List<String> order = new ArrayList<>(wanted.values());
            Collections.shuffle(order, dice);
            return order;
        }
    }
}
