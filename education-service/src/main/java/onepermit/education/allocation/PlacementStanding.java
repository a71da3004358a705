package onepermit.education.allocation;

/** Where a placement stands. */
public enum PlacementStanding {
    PLACED,
    /** On the waiting list. */
    WAITING,
    GIVEN_BACK,
    /** On the school's roll. */
    ENROLLED
}
