package onepermit.permit.permit;

/** Status of a permit at a date; derived, never stored. */
public enum PermitStatus {
    ACTIVE,
    /** Functions suspended: endorsement overdue (Decree 663 art. 10). */
    SUSPENDED,
    CANCELLED
}
