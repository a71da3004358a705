package onepermit.education.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import onepermit.education.application.Applications;
import onepermit.education.round.AdmissionRound;
import org.springframework.stereotype.Service;

/**
 * Takes a place back in a locked round, inside the caller's transaction. The others are allocated again in the same order: with one
 * seat more nobody is worse off, and who is on a roll stays there.
 */
@Service
public class GiveBackPlace {
    private final Applications applications;
    private final Placements placements;

    GiveBackPlace(Applications applications, Placements placements) {
        this.applications = applications;
        this.placements = placements;
    }

    /** @return the placement given back first, then those who moved up, in order of rank */
    public List<Placement> giveBack(AdmissionRound locked, Placement placement) {
        requireOpen(placement);
        List<Placement> others = placements.ofRound(locked.id()).stream()
                .filter(other -> !other.number().equals(placement.number()))
                .toList();
        List<Placement> changed = new ArrayList<>();
        changed.add(placement.givenBack());
        changed.addAll(movedUp(locked, others));
        placements.store(changed);
        return changed;
    }

    private List<Placement> movedUp(AdmissionRound round, List<Placement> others) {
        Map<String, Claim> claims = new HashMap<>();
        applications
                .ofRound(round.id())
                .forEach(application -> claims.put(application.number(), AllocateSeats.claim(application)));
        SortedMap<String, Integer> seats = new TreeMap<>(round.seats());
        List<Claim> byRank = new ArrayList<>();
        for (Placement other : others) {
            if (other.open()) {
                byRank.add(Objects.requireNonNull(claims.get(other.number())));
            } else if (other.standing() == PlacementStanding.ENROLLED) {
                seats.merge(Objects.requireNonNull(other.school()), -1, Integer::sum);
            }
        }
        Map<String, String> placed = CheckedAllocation.of(byRank, seats).placed();
        return others.stream()
                .filter(Placement::open)
                .filter(other -> !Objects.equals(other.school(), placed.get(other.number())))
                .map(other -> other.at(Objects.requireNonNull(claims.get(other.number())), placed.get(other.number())))
                .toList();
    }

    private static void requireOpen(Placement placement) {
        if (placement.standing() == PlacementStanding.ENROLLED) {
            throw AllocationRefusals.enrolled();
        }
        if (!placement.open()) {
            throw AllocationRefusals.noPlace();
        }
    }
}
