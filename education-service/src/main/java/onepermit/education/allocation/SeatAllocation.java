package onepermit.education.allocation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Serial dictatorship: in order of rank each application gets its most wanted school that has a seat left. The same input gives the same
 * result; nobody gains by hiding what they want most.
 */
public final class SeatAllocation {

    private SeatAllocation() {}

    /**
     * @param byRank the first chooses first
     * @param seats by school code; holds every school that is wanted
     * @return school by application number, in order of rank; who is not in it waits
     */
    public static Map<String, String> of(List<Claim> byRank, SortedMap<String, Integer> seats) {
        Map<String, int[]> left = new HashMap<>(seats.size() * 2);
        seats.forEach((school, count) -> left.put(school, new int[] {count}));
        Map<String, String> placed = new LinkedHashMap<>(byRank.size() * 2);
        for (Claim claim : byRank) {
            for (String school : claim.preferences()) {
                int[] free = left.get(school);
                if (free != null && free[0] > 0) {
                    free[0]--;
                    placed.put(claim.number(), school);
                    break;
                }
            }
        }
        return placed;
    }
}
