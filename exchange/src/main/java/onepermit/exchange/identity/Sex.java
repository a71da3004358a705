package onepermit.exchange.identity;

/** Sex as the sequence number of a citizen ID tells it (GB 11643-1999): odd male, even female. */
public enum Sex {
    FEMALE,
    MALE
}
