package onepermit.permit.entitlement;

/** How far an entitlement goes. */
public enum Level {
    YES,
    NO,
    /** A lower standard. */
    LOWER,
    EXTRA,
    /** More years of residence are asked for. */
    NOT_YET,
    /** No text that was read says it; never a no. */
    UNKNOWN
}
