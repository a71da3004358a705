package onepermit.education.ranking;

/**
 * A line of a ranking.
 *
 * @param rank 1 = first
 * @param decidedBy what put it behind the line above: {@code POINTS} or a rule of the tie-break; empty on the first line
 */
public record RankedLine(int rank, String number, int points, String decidedBy) {}
