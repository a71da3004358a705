package onepermit.education.ranking;

/** What became of an objection. */
public enum ObjectionStanding {
    OPEN,
    /** The ranking is another one. */
    CHANGED,
    /** The ranking is the same. */
    UNCHANGED
}
