package onepermit.health.familyplanning;

import java.util.Collection;

/** All flags. */
public interface FamilyPlanningRecords {

    /** Adds or updates by person. */
    void save(Collection<FamilyPlanning> flags);
}
