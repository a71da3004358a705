package onepermit.education.allocation;

import onepermit.education.application.HeldPlaces;
import onepermit.education.ranking.Allocated;
import org.springframework.stereotype.Component;

/** Tells the rooms before this one what may not be changed any more. */
@Component
class SeatsOfApplications implements HeldPlaces, Allocated {
    private final Placements placements;

    SeatsOfApplications(Placements placements) {
        this.placements = placements;
    }

    @Override
    public boolean holds(String number) {
        return placements.find(number).filter(Placement::held).isPresent();
    }

    @Override
    public boolean allocated(String round) {
        return placements.any(round);
    }
}
