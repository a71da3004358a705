package onepermit.permit.registration;

/** What happened to a residence. */
public enum ResidenceEvent {
    RESIDENCE_REGISTERED,
    ADDRESS_CHANGED,
    REGISTRATION_ENDED,
    /** A day on record was wrong. */
    RESIDENCE_CORRECTED,
    /** A department's own file brought periods. */
    RESIDENCE_RECORDED
}
