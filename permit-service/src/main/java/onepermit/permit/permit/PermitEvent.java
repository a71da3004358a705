package onepermit.permit.permit;

/** What happened to a permit. */
public enum PermitEvent {
    PERMIT_ISSUED,
    PERMIT_ENDORSED,
    /** Endorsed late: its functions are restored. */
    PERMIT_RESTORED,
    /** On another card. */
    PERMIT_REPLACED,
    PERMIT_CANCELLED,
    /** A department's own file brought it. */
    PERMIT_RECORDED
}
