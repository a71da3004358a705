package onepermit.education.round;

/** What orders children of equal points (同分排序规则). */
public enum TieBreakRule {
    /** The parent that counts has been insured longer without interruption. */
    LONGER_INSURANCE,
    /** The parent that counts has lived in the city longer without interruption. */
    LONGER_RESIDENCE,
    /** By lot, from the round's seed. */
    LOTTERY
}
