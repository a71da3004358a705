package onepermit.exchange.publication.relay;

/** The places between which a crash makes a difference; fault tests stop the relay at each. */
public enum Point {
    LEASE_TAKEN,
    FENCED_OTHERS,
    BATCH_READ,
    BATCH_SENT,
    BATCH_COMMITTED,
    BATCH_DELETED,
    WATERMARK_SENT;

    /** Told at every point passed. In production nobody listens. */
    @FunctionalInterface
    public interface Listener {
        Listener NOBODY = point -> {};

        void passed(Point point);
    }
}
