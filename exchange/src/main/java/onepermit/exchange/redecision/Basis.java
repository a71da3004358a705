package onepermit.exchange.redecision;

/** What was known of the persons of a case, as one hash over the versions of their facts; taken before a decision reads them. */
@SuppressWarnings("ArrayRecordComponent") // goes to the database as it is
public record Basis(byte[] hash) {}
