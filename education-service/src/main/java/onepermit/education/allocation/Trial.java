package onepermit.education.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import onepermit.education.application.SchoolApplication;
import onepermit.education.ranking.Entrant;
import onepermit.education.ranking.RankedLine;
import onepermit.education.ranking.Ranking;
import onepermit.education.round.AdmissionRound;

/**
 * A ranking and allocation of the applications of today that nothing comes of.
 *
 * @param lines by application number
 */
record Trial(Map<String, RankedLine> lines, List<Demand> demand, CheckedAllocation allocation) {

    static Trial of(AdmissionRound round, List<SchoolApplication> ranked, Change change) {
        Map<String, SchoolApplication> byNumber = new HashMap<>();
        List<Entrant> entrants = new ArrayList<>(ranked.size());
        for (SchoolApplication application : ranked) {
            byNumber.put(application.number(), application);
            entrants.add(entrant(application, change));
        }
        List<RankedLine> order = Ranking.of(entrants, round.procedure().tieBreak(), round.seed());
        SortedMap<String, Integer> seats = new TreeMap<>(round.seats());
        seats.putAll(change.seats());
        Map<String, RankedLine> lines = new HashMap<>();
        List<Claim> claims = new ArrayList<>(order.size());
        for (RankedLine line : order) {
            lines.put(line.number(), line);
            claims.add(AllocateSeats.claim(Objects.requireNonNull(byNumber.get(line.number()))));
        }
        CheckedAllocation allocation = CheckedAllocation.of(claims, seats);
        return new Trial(lines, Demand.of(claims, seats, allocation.placed().values()), allocation);
    }

    Move to(Trial after, String number) {
        RankedLine line = Objects.requireNonNull(lines.get(number));
        RankedLine other = Objects.requireNonNull(after.lines.get(number));
        return new Move(
                number,
                line.rank(),
                other.rank(),
                line.points(),
                other.points(),
                allocation.placed().get(number),
                after.allocation.placed().get(number));
    }

    private static Entrant entrant(SchoolApplication application, Change change) {
        Entrant entrant = Entrant.of(application);
        int difference =
                change.difference(Objects.requireNonNull(application.latest()).pointsByCriterion());
        return new Entrant(entrant.number(), entrant.points() + difference, entrant.lengths());
    }
}
