package onepermit.health.unit;

import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the residences of children again and again. */
final class ResidenceWatch extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ResidenceWatch.class);

    private final FollowResidences follow;
    private final Duration interval;

    ResidenceWatch(FollowResidences follow, Duration interval) {
        super("residence-watch", interval);
        this.follow = follow;
        this.interval = interval;
    }

    @Override
    protected void turn() throws InterruptedException {
        int moved = follow.sweep();
        if (moved > 0) {
            LOG.info("units.residences.moved children={}", moved);
        }
        rest(interval);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("units.residences.trouble cause={}", e.toString());
    }
}
