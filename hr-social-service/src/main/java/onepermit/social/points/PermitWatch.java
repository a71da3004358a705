package onepermit.social.points;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the permits again and again, and counts the filings whose score is overdue. */
final class PermitWatch extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(PermitWatch.class);

    private final ConfirmAtEndorsement confirm;
    private final ReadPoints read;
    private final Duration interval;
    private volatile int overdue;

    PermitWatch(ConfirmAtEndorsement confirm, ReadPoints read, MeterRegistry meters, Duration interval) {
        super("permit-watch", interval);
        this.confirm = confirm;
        this.read = read;
        this.interval = interval;
        meters.gauge("onepermit.points.overdue", this, watch -> watch.overdue);
    }

    @Override
    protected void turn() throws InterruptedException {
        int moved = confirm.sweep();
        if (moved > 0) {
            LOG.info("points.permits.moved scores={}", moved);
        }
        overdue = read.overdue();
        rest(interval);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("points.permits.trouble cause={}", e.toString());
    }
}
