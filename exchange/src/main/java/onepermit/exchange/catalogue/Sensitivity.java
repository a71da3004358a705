package onepermit.exchange.catalogue;

/** How much a field tells of a person. */
public enum Sensitivity {
    /** Nothing of the person: an edition, a code of the record itself. */
    NONE,
    /** Personal information (PIPL art. 4). */
    PERSONAL,
    /** Sensitive personal information (PIPL art. 28): health, or of a child under 14. */
    SENSITIVE
}
