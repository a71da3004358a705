package onepermit.education.application;

/** Where an application stands. */
public enum Standing {
    /** Not verified yet. */
    FILED,
    /** Takes part in the ranking. */
    VERIFIED,
    PENDING_EVIDENCE,
    /** An officer settles it; what a machine would refuse stands here too. */
    NEEDS_REVIEW,
    /** An officer has the district arrange schooling outside the round. */
    OUTSIDE_POINTS,
    WITHDRAWN;

    /** Whether somebody or something is still waited for. */
    public boolean unsettled() {
        return this == FILED || this == PENDING_EVIDENCE || this == NEEDS_REVIEW;
    }
}
