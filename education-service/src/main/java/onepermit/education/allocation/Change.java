package onepermit.education.allocation;

import java.util.Map;

/**
 * What is tried.
 *
 * @param percent by criterion: its points count so many per cent
 * @param seats by school
 */
public record Change(Map<String, Integer> percent, Map<String, Integer> seats) {
    static final Change NONE = new Change(Map.of(), Map.of());
    private static final int WHOLE = 100;

    /** Points by which a total would differ, each criterion rounded half up to whole points. */
    int difference(Map<String, Integer> pointsByCriterion) {
        int difference = 0;
        for (Map.Entry<String, Integer> weight : percent.entrySet()) {
            int points = pointsByCriterion.getOrDefault(weight.getKey(), 0);
            difference += Math.floorDiv(2 * points * weight.getValue() + WHOLE, 2 * WHOLE) - points;
        }
        return difference;
    }
}
