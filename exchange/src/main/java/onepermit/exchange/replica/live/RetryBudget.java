package onepermit.exchange.replica.live;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets one call in ten be made a second time, so that an owner in trouble gets at most a tenth more calls than before. */
final class RetryBudget {
    private static final int A_RETRY = 10;
    private static final int SAVED_AT_MOST = 10 * A_RETRY;

    private final AtomicInteger saved = new AtomicInteger();

    void called() {
        saved.updateAndGet(tenths -> Math.min(SAVED_AT_MOST, tenths + 1));
    }

    boolean take() {
        return saved.getAndUpdate(tenths -> tenths >= A_RETRY ? tenths - A_RETRY : tenths) >= A_RETRY;
    }
}
