package onepermit.education.allocation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.ranking.Entrant;
import onepermit.education.round.AdmissionRound;
import org.springframework.stereotype.Service;

/** Tries other weights and seats on the applications of today. Decides nothing and stores nothing. */
@Service
public class WhatIf {
    private final Applications applications;

    /** A criterion's weight that is tried. */
    public record Weight(String criterion, int percent) {}

    /** A school's seats that are tried. */
    public record Seats(String school, int seats) {}

    /**
     * What would change.
     *
     * @param ranked the applications that take part
     * @param criteria that gave anybody points, in order of their ids
     * @param moves of all of them that move; schools moved go first, then by rank as it is
     */
    public record Answer(
            List<SchoolApplication> ranked, List<String> criteria, List<Move> moves, Side before, Side after) {}

    /**
     * One of the two allocations.
     *
     * @param micros the allocation took, with its validation
     */
    public record Side(int placed, List<Demand> schools, long micros) {}

    WhatIf(Applications applications) {
        this.applications = applications;
    }

    public Answer ask(AdmissionRound round, List<Weight> weights, List<Seats> seats) {
        List<SchoolApplication> ranked = applications.ofRound(round.id()).stream()
                .filter(Entrant::takesPart)
                .toList();
        Trial before = Trial.of(round, ranked, Change.NONE);
        Trial after = Trial.of(round, ranked, change(round, ranked, weights, seats));
        List<Move> moves = ranked.stream()
                .map(application -> before.to(after, application.number()))
                .filter(move -> move.rankMoved() || move.schoolMoved() || move.pointsBefore() != move.pointsAfter())
                .sorted(Comparator.comparing((Move move) -> !move.schoolMoved()).thenComparingInt(Move::rankBefore))
                .toList();
        return new Answer(ranked, giving(ranked), moves, side(before), side(after));
    }

    private static Side side(Trial trial) {
        return new Side(
                trial.allocation().placed().size(),
                trial.demand(),
                trial.allocation().took().toNanos() / 1_000);
    }

    private static Change change(
            AdmissionRound round, List<SchoolApplication> ranked, List<Weight> weights, List<Seats> seats) {
        Set<String> criteria = criteria(ranked);
        Map<String, Integer> percent = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            if (!criteria.contains(weights.get(i).criterion())) {
                throw AllocationRefusals.criterionUnknown(i);
            }
            percent.put(weights.get(i).criterion(), weights.get(i).percent());
        }
        Map<String, Integer> otherSeats = new LinkedHashMap<>();
        for (int i = 0; i < seats.size(); i++) {
            if (!round.seats().containsKey(seats.get(i).school())) {
                throw AllocationRefusals.notInRound(i);
            }
            otherSeats.put(seats.get(i).school(), seats.get(i).seats());
        }
        return new Change(percent, otherSeats);
    }

    private static List<String> giving(List<SchoolApplication> ranked) {
        Set<String> giving = new TreeSet<>();
        for (SchoolApplication application : ranked) {
            Objects.requireNonNull(application.latest()).pointsByCriterion().forEach((criterion, points) -> {
                if (points != 0) {
                    giving.add(criterion);
                }
            });
        }
        return List.copyOf(giving);
    }

    private static Set<String> criteria(List<SchoolApplication> ranked) {
        Set<String> criteria = new HashSet<>();
        for (SchoolApplication application : ranked) {
            criteria.addAll(Objects.requireNonNull(application.latest())
                    .pointsByCriterion()
                    .keySet());
        }
        return criteria;
    }
}
