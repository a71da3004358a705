package onepermit.education.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Seats against demand at one school.
 *
 * @param first applications that want it most
 * @param all applications that want it at all
 * @param placed children placed in it
 */
public record Demand(String school, int seats, int first, int all, int placed) {

    /** In order of school codes. */
    static List<Demand> of(List<Claim> claims, SortedMap<String, Integer> seats, Collection<String> placed) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> all = new HashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Claim claim : claims) {
            first.merge(claim.preferences().getFirst(), 1, Integer::sum);
            claim.preferences().forEach(school -> all.merge(school, 1, Integer::sum));
        }
        placed.forEach(school -> taken.merge(school, 1, Integer::sum));
        List<Demand> demand = new ArrayList<>(seats.size());
        seats.forEach((school, count) -> demand.add(new Demand(
                school,
                count,
                first.getOrDefault(school, 0),
                all.getOrDefault(school, 0),
                taken.getOrDefault(school, 0))));
        return demand;
    }
}
