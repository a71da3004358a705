package onepermit.exchange.replica;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.agreement.HeldAgreements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Renews the view and the agreements in memory again and again, for what another process of the department has read. While the database is away the last view grows old, and findings with it. */
final class ViewPoll implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ViewPoll.class);

    private final Views views;
    private final HeldAgreements agreements;
    private final Duration interval;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    ViewPoll(Views views, HeldAgreements agreements, Duration interval) {
        this.views = views;
        this.agreements = agreements;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("replica-view").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                agreements.refresh();
                views.poll();
            } catch (RuntimeException e) {
                LOG.warn("replica.view.trouble cause={}", e.toString());
            }
            LockSupport.parkNanos(interval.toNanos());
        }
    }
}
