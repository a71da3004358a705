package onepermit.exchange.publication.relay;

import java.util.Map;
import java.util.OptionalLong;
import onepermit.exchange.publication.Wake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the outbox to Kafka as long as this process lives: waits for the lease, leads, and starts over after any trouble. Kafka
 * being away stops nothing here but the relay itself; owners go on and the outbox grows.
 */
public final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Road road;
    private final Topics topics;
    private final Republication republication;
    private final Producers producers;
    private final RelaySettings settings;
    private final Wake wake;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    Relay(
            Road road,
            Topics topics,
            Republication republication,
            Producers producers,
            RelaySettings settings,
            Wake wake) {
        this.road = road;
        this.topics = topics;
        this.republication = republication;
        this.producers = producers;
        this.settings = settings;
        this.wake = wake;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        wake.call();
        try {
            thread.join(java.time.Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                turn();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("relay.trouble again_in={} cause={}", settings.backoff(), e.toString());
                pause();
            }
        }
    }

    private void turn() throws InterruptedException {
        OptionalLong epoch = road.lease().acquire();
        if (epoch.isEmpty()) {
            wake.await(settings.lease().dividedBy(5));
            return;
        }
        try {
            lead(epoch.getAsLong());
        } finally {
            road.metrics().leads(false);
            road.lease().release(epoch.getAsLong());
        }
    }

    /** The lease is looked at again after the fence: who lost it meanwhile has fenced its successor, and must let it begin anew. */
    private void lead(long epoch) throws InterruptedException {
        road.point().passed(Point.LEASE_TAKEN);
        Map<String, String> ids = topics.ensure();
        try (FilledTopics filled = topics.filled(ids);
                Transmission transmission = producers.open()) {
            transmission.fenceOthers();
            road.point().passed(Point.FENCED_OTHERS);
            if (road.lease().renew(epoch)) {
                LOG.info("relay.leads epoch={}", epoch);
                road.metrics().leads(true);
                if (!republication.fill(ids, () -> running && road.lease().renew(epoch))) {
                    return;
                }
                new Leadership(epoch, road, transmission, filled, settings).lead(settings, wake, () -> running);
            }
        }
    }

    private void pause() {
        try {
            wake.await(settings.backoff());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Opens the producer of a leadership. */
    @FunctionalInterface
    interface Producers {
        Transmission open();
    }
}
