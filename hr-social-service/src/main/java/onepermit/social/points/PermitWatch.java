package onepermit.social.points;

import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the permits again and again. */
final class PermitWatch extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(PermitWatch.class);

    private final ConfirmAtEndorsement confirm;
    private final Duration interval;

    PermitWatch(ConfirmAtEndorsement confirm, Duration interval) {
        super("permit-watch", interval);
        this.confirm = confirm;
        this.interval = interval;
    }

    @Override
    protected void turn() throws InterruptedException {
        int moved = confirm.sweep();
        if (moved > 0) {
            LOG.info("points.permits.moved scores={}", moved);
        }
        rest(interval);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("points.permits.trouble cause={}", e.toString());
    }
}
