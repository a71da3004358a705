package onepermit.exchange.replica;

import java.time.Duration;
import onepermit.exchange.agreement.HeldAgreements;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the view and the agreements in memory again and again, for what another process of the department has read. While the database is
 * away the last view grows old, and findings with it.
 */
final class ViewPoll extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ViewPoll.class);

    private final Views views;
    private final HeldAgreements agreements;
    private final Duration interval;

    ViewPoll(Views views, HeldAgreements agreements, Duration interval) {
        super("replica-view", interval);
        this.views = views;
        this.agreements = agreements;
        this.interval = interval;
    }

    @Override
    protected void turn() throws InterruptedException {
        agreements.refresh();
        views.poll();
        rest(interval);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("replica.view.trouble cause={}", e.toString());
    }
}
