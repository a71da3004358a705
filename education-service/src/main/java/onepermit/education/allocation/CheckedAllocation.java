package onepermit.education.allocation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * An allocation that the validator found nothing wrong with.
 *
 * @param placed school by application number, in order of rank
 * @param took time of allocation and validation
 */
public record CheckedAllocation(Map<String, String> placed, Duration took) {
    private static final int FAULTS_NAMED = 5;

    /** A fault is a bug and ends the work before anything of it is stored. */
    public static CheckedAllocation of(List<Claim> byRank, SortedMap<String, Integer> seats) {
        long begun = System.nanoTime();
        Map<String, String> placed = SeatAllocation.of(byRank, seats);
        List<String> faults = AllocationValidator.faults(byRank, seats, placed);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " faults in an allocation: "
                    + faults.stream().limit(FAULTS_NAMED).toList());
        }
        return new CheckedAllocation(placed, Duration.ofNanos(System.nanoTime() - begun));
    }
}
