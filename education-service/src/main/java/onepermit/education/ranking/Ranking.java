package onepermit.education.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import onepermit.education.round.TieBreakRule;

/** Orders applications: points high to low, then the tie-break rule by rule, the lot last. The same input gives the same order. */
public final class Ranking {
    private static final String POINTS = "POINTS";

    /** An entrant with its lot. */
    private record Drawn(Entrant entrant, byte[] lot) {}

    private Ranking() {}

    /** @param seed of the lottery, hex */
    public static List<RankedLine> of(Collection<Entrant> entrants, List<TieBreakRule> tieBreak, String seed) {
        Lots lots = new Lots(seed);
        List<Drawn> drawn = new ArrayList<>(entrants.size());
        for (Entrant entrant : entrants) {
            drawn.add(new Drawn(entrant, lots.of(entrant.number())));
        }
        Comparator<Drawn> order = byPoints();
        for (TieBreakRule rule : tieBreak) {
            order = order.thenComparing(by(rule));
        }
        drawn.sort(order);
        return lines(drawn, tieBreak);
    }

    /** Groups of applications with equal points. */
    public static int ties(List<RankedLine> lines) {
        int ties = 0;
        for (int i = 1; i < lines.size(); i++) {
            boolean tied = lines.get(i).points() == lines.get(i - 1).points();
            boolean begins =
                    i == 1 || lines.get(i - 1).points() != lines.get(i - 2).points();
            ties += tied && begins ? 1 : 0;
        }
        return ties;
    }

    private static List<RankedLine> lines(List<Drawn> drawn, List<TieBreakRule> tieBreak) {
        List<RankedLine> lines = new ArrayList<>(drawn.size());
        for (int i = 0; i < drawn.size(); i++) {
            String decidedBy = i == 0 ? "" : decidedBy(drawn.get(i - 1), drawn.get(i), tieBreak);
            Entrant entrant = drawn.get(i).entrant();
            lines.add(new RankedLine(i + 1, entrant.number(), entrant.points(), decidedBy));
        }
        return lines;
    }

    private static String decidedBy(Drawn above, Drawn below, List<TieBreakRule> tieBreak) {
        if (byPoints().compare(above, below) != 0) {
            return POINTS;
        }
        return tieBreak.stream()
                .filter(rule -> by(rule).compare(above, below) != 0)
                .findFirst()
                .map(TieBreakRule::name)
                .orElseThrow(() -> new IllegalStateException("two applications have the same number"));
    }

    private static Comparator<Drawn> byPoints() {
        return Comparator.comparingInt((Drawn one) -> one.entrant().points()).reversed();
    }

    private static Comparator<Drawn> by(TieBreakRule rule) {
        return switch (rule) {
            case LONGER_INSURANCE ->
                Comparator.comparingInt((Drawn one) -> one.entrant().lengths().insuranceMonths())
                        .reversed();
            case LONGER_RESIDENCE ->
                Comparator.comparingInt((Drawn one) -> one.entrant().lengths().residenceMonths())
                        .reversed();
            case LOTTERY -> (one, other) -> Arrays.compareUnsigned(one.lot(), other.lot());
        };
    }
}
