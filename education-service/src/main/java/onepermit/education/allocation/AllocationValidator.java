package onepermit.education.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at an allocation from outside and knows nothing of how it was made: it asks of every application whether it has a right to
 * something better, and of every school whether it holds more children than seats.
 */
public final class AllocationValidator {
    private final List<Claim> byRank;
    private final Map<String, Integer> seats;
    private final Map<String, String> placed;
    private final List<String> faults = new ArrayList<>();
    /** By school: children in it, and the rank of the last of them. */
    private final Map<String, Integer> taken = new HashMap<>();

    private final Map<String, Integer> lastRank = new HashMap<>();

    private AllocationValidator(List<Claim> byRank, Map<String, Integer> seats, Map<String, String> placed) {
        this.byRank = byRank;
        this.seats = seats;
        this.placed = placed;
    }

    /**
     * @param placed school by application number; who is not in it waits
     * @return what is wrong; nothing = no seat is given twice or to somebody who did not ask, nobody envies a child of lower rank its
     *     seat, and nobody waits for a school that has one left
     */
    public static List<String> faults(List<Claim> byRank, Map<String, Integer> seats, Map<String, String> placed) {
        AllocationValidator validator = new AllocationValidator(byRank, seats, placed);
        validator.count();
        validator.capacity();
        for (int rank = 0; rank < byRank.size(); rank++) {
            validator.claim(rank);
        }
        return validator.faults;
    }

    private void count() {
        int known = 0;
        for (int rank = 0; rank < byRank.size(); rank++) {
            String school = placed.get(byRank.get(rank).number());
            if (school != null) {
                known++;
                taken.merge(school, 1, Integer::sum);
                lastRank.put(school, rank);
            }
        }
        if (known != placed.size()) {
            faults.add("placed without an application, or twice: " + (placed.size() - known));
        }
    }

    private void capacity() {
        taken.forEach((school, children) -> {
            int capacity = seats.getOrDefault(school, 0);
            if (children > capacity) {
                faults.add(school + " has " + capacity + " seats and " + children + " children");
            }
        });
    }

    private void claim(int rank) {
        Claim claim = byRank.get(rank);
        String own = placed.get(claim.number());
        int reached =
                own == null ? claim.preferences().size() : claim.preferences().indexOf(own);
        if (reached < 0) {
            faults.add(claim.number() + " is placed at a school it did not ask for");
            return;
        }
        for (String wanted : claim.preferences().subList(0, reached)) {
            if (taken.getOrDefault(wanted, 0) < seats.getOrDefault(wanted, 0)) {
                faults.add(claim.number() + " was passed over at " + wanted + ", which has a seat left");
            } else if (lastRank.getOrDefault(wanted, -1) > rank) {
                faults.add(claim.number() + " envies a child of lower rank its seat at " + wanted);
            }
        }
    }
}
