package onepermit.education.round;

import java.util.List;

/**
 * How a city runs its rounds.
 *
 * @param tieBreak first rule first; the last is the lottery, so that no two stand equal
 * @param publicationDays calendar days a ranking is published
 * @param mostPreferences of one application
 * @param source where it stands
 * @param unverified parts without a source
 */
public record Procedure(
        Mode mode,
        List<TieBreakRule> tieBreak,
        int publicationDays,
        int mostPreferences,
        String source,
        List<String> unverified) {

    public Procedure {
        tieBreak = List.copyOf(tieBreak);
        unverified = List.copyOf(unverified);
        if (tieBreak.isEmpty() || tieBreak.indexOf(TieBreakRule.LOTTERY) != tieBreak.size() - 1) {
            throw new IllegalArgumentException("a tie-break ends with the one LOTTERY, this one is " + tieBreak);
        }
        if (publicationDays < 1 || mostPreferences < 1) {
            throw new IllegalArgumentException("days of publication and preferences are 1 or more");
        }
    }
}
