package onepermit.education.admission;

/** Family planning, as the health department has it. */
public enum Compliance {
    COMPLIANT,
    NOT_COMPLIANT,
    NO_RECORD
}
