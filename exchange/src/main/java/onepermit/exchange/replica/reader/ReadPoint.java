package onepermit.exchange.replica.reader;

/** The places between which a crash of a reader makes a difference; fault tests stop it at each. */
public enum ReadPoint {
    CLAIMED,
    POLLED,
    APPLIED_NOT_COMMITTED,
    COMMITTED,
    SHADOW_APPLIED_NOT_COMMITTED,
    SHADOW_COMMITTED,
    SWAP_NOT_COMMITTED,
    SWAPPED;

    /** Told at every point passed. In production nobody listens. */
    @FunctionalInterface
    public interface Listener {
        Listener NOBODY = point -> {};

        void passed(ReadPoint point);

        /** Who fills a shadow passes the same places, under names of their own. */
        default Listener ofShadow() {
            return point -> passed(
                    switch (point) {
                        case APPLIED_NOT_COMMITTED -> SHADOW_APPLIED_NOT_COMMITTED;
                        case COMMITTED -> SHADOW_COMMITTED;
                        case CLAIMED,
                                POLLED,
                                SHADOW_APPLIED_NOT_COMMITTED,
                                SHADOW_COMMITTED,
                                SWAP_NOT_COMMITTED,
                                SWAPPED -> point;
                    });
        }
    }
}
