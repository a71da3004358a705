package onepermit.education.ranking;

import java.time.LocalDate;
import java.util.List;

/**
 * A ranking as it is published.
 *
 * @param generation 1 for the first of a round
 * @param from first day of publication
 * @param to last day of publication
 * @param pointScale points are given in so many parts of one; 0 = whole points
 * @param labels of the decisions behind it
 */
public record RankingList(
        String round,
        int generation,
        LocalDate from,
        LocalDate to,
        int pointScale,
        List<String> labels,
        List<RankedLine> lines) {

    public RankingList {
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
    }

    public boolean published(LocalDate today) {
        return !today.isBefore(from) && !today.isAfter(to);
    }
}
