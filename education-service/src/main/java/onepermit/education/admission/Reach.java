package onepermit.education.admission;

/** How far a question may go for its facts. */
public enum Reach {
    /** What is known here, and nothing else. */
    HERE_ONLY,
    /** What is too old here may be asked from its owner. */
    OWNERS_TOO
}
