package onepermit.permit.permit;

/** What happened to a permit. */
public enum PermitEvent {
    PERMIT_ISSUED,
    PERMIT_ENDORSED,
    PERMIT_CANCELLED,
    /** A department's own file brought it. */
    PERMIT_RECORDED
}
