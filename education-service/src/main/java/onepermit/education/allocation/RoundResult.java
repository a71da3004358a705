package onepermit.education.allocation;

import java.time.Duration;
import java.util.List;

/**
 * What an allocation came to.
 *
 * @param generation of the ranking it was made by
 * @param placements in order of rank
 * @param took time of allocation and validation
 */
public record RoundResult(
        int generation, List<Placement> placements, List<Demand> schools, List<String> labels, Duration took) {}
