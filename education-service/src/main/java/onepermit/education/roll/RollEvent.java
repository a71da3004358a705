package onepermit.education.roll;

/** What happened to a roll. */
public enum RollEvent {
    ENROLMENT_CONFIRMED,
    ENROLMENT_ENDED,
    ENROLMENT_TRANSFERRED,
    ROLL_LOADED
}
