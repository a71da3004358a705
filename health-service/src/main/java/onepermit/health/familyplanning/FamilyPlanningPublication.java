package onepermit.health.familyplanning;

import java.util.Collection;

/** Publishes flags; inside the transaction that changed them. */
public interface FamilyPlanningPublication {

    void changed(Collection<FamilyPlanning> flags);
}
