package onepermit.exchange.replica;

/** How facts were obtained. */
public enum Origin {
    /** Read from this department's own records. */
    OWN,
    /** Read from the replica. */
    REPLICA,
    /** Asked from the owner, because the replica was too old. */
    LIVE
}
