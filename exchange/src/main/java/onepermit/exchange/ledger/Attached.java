package onepermit.exchange.ledger;

/** A row that must be stored together with its leaf or not at all. */
public interface Attached {
    Attachment attachment();
}
