package onepermit.education.allocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.Standing;
import onepermit.education.ranking.Entrant;
import onepermit.education.ranking.ObjectionStanding;
import onepermit.education.ranking.Objections;
import onepermit.education.ranking.RankRound;
import onepermit.education.ranking.RankedLine;
import onepermit.education.ranking.RankingList;
import onepermit.education.ranking.Rankings;
import onepermit.education.round.AdmissionRound;
import org.springframework.stereotype.Service;

/** Allocates the seats of a locked round by the ranking that was published, inside the caller's transaction. */
@Service
public class AllocateSeats {
    private final Applications applications;
    private final Rankings rankings;
    private final Objections objections;
    private final Placements placements;
    private final Clock clock;

    AllocateSeats(
            Applications applications, Rankings rankings, Objections objections, Placements placements, Clock clock) {
        this.applications = applications;
        this.rankings = rankings;
        this.objections = objections;
        this.placements = placements;
        this.clock = clock;
    }

    public RoundResult allocate(AdmissionRound locked) {
        RankingList list = rankings.latest(locked.id()).orElseThrow(AllocationRefusals::notRanked);
        requireDone(locked, list);
        Map<String, SchoolApplication> byNumber = new HashMap<>();
        applications.ofRound(locked.id()).forEach(application -> byNumber.put(application.number(), application));
        List<RankedLine> lines = standing(list, byNumber);
        requireCurrent(locked, lines, byNumber);
        List<Claim> claims = lines.stream()
                .map(line -> claim(Objects.requireNonNull(byNumber.get(line.number()))))
                .toList();
        CheckedAllocation allocation = CheckedAllocation.of(claims, locked.seats());
        List<Placement> placed = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String school = allocation.placed().get(lines.get(i).number());
            placed.add(Placement.first(locked.id(), lines.get(i).rank(), claims.get(i), school));
        }
        placements.add(placed);
        return new RoundResult(
                list.generation(),
                placed,
                Demand.of(claims, locked.seats(), allocation.placed().values()),
                list.labels(),
                allocation.took());
    }

    static Claim claim(SchoolApplication application) {
        return new Claim(application.number(), application.preferences());
    }

    private void requireDone(AdmissionRound locked, RankingList list) {
        if (placements.any(locked.id())) {
            throw AllocationRefusals.allocated();
        }
        if (!LocalDate.now(clock).isAfter(list.to())) {
            throw AllocationRefusals.publicationRunning(list.to());
        }
        long open = objections.ofRound(locked.id()).stream()
                .filter(objection -> objection.standing() == ObjectionStanding.OPEN)
                .count();
        if (open > 0) {
            throw AllocationRefusals.objectionsOpen(open);
        }
    }

    /** Lines of the list whose applications were not withdrawn; the others leave no gap that matters. */
    private static List<RankedLine> standing(RankingList list, Map<String, SchoolApplication> byNumber) {
        return list.lines().stream()
                .filter(line ->
                        Objects.requireNonNull(byNumber.get(line.number())).standing() != Standing.WITHDRAWN)
                .toList();
    }

    /** Seats go by the list that everybody could read; one that is no longer true is published anew first. */
    private static void requireCurrent(
            AdmissionRound round, List<RankedLine> published, Map<String, SchoolApplication> byNumber) {
        List<SchoolApplication> ranked =
                byNumber.values().stream().filter(Entrant::takesPart).toList();
        List<RankedLine> today = RankRound.lines(round, ranked);
        boolean same = today.size() == published.size();
        for (int i = 0; same && i < today.size(); i++) {
            same = today.get(i).number().equals(published.get(i).number())
                    && today.get(i).points() == published.get(i).points();
        }
        if (!same) {
            throw AllocationRefusals.outdated();
        }
    }
}
