package onepermit.exchange.replica.reader;

/** The places between which a crash of a reader makes a difference; fault tests stop it at each. */
public enum ReadPoint {
    CLAIMED,
    POLLED,
    APPLIED_NOT_COMMITTED,
    COMMITTED;

    /** Told at every point passed. In production nobody listens. */
    @FunctionalInterface
    public interface Listener {
        Listener NOBODY = point -> {};

        void passed(ReadPoint point);
    }
}
