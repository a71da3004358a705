package onepermit.exchange.ledger.merkle;

/** What checking a proof came to. */
public sealed interface Verdict {
    /** What was to be proved is so. */
    record Holds() implements Verdict {}

    /** @param reason what does not fit, with the sizes and hashes concerned */
    record Fails(String reason) implements Verdict {}

    static Verdict proved() {
        return new Holds();
    }

    static Verdict fails(String reason) {
        return new Fails(reason);
    }

    default boolean holds() {
        return this instanceof Holds;
    }
}
