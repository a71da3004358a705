package onepermit.permit.identity;

/** How a name compares with the one on record. */
public enum NameMatch {
    EXACT,
    /** The same after normalisation: full-width letters, {@code ·} variants, spaces. */
    NORMALISED,
    /** Differs in a rare or variant character only; an officer looks, nobody is refused. */
    VARIANT,
    DIFFERENT,
    /** No name on record, which is not a no. */
    NO_RECORD
}
