package onepermit.exchange.publication.relay;

import java.util.Map;
import java.util.OptionalLong;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.loop.Wake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox to Kafka as long as this process lives: waits for the lease, leads, and starts over after any trouble. Kafka
 * being away stops nothing here but the relay itself; owners go on and the outbox grows.
 */
public final class Relay extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Road road;
    private final Topics topics;
    private final Republication republication;
    private final Producers producers;
    private final RelaySettings settings;
    private final Wake wake;

    Relay(
            Road road,
            Topics topics,
            Republication republication,
            Producers producers,
            RelaySettings settings,
            Wake wake) {
        super("relay", wake, settings.backoff());
        this.road = road;
        this.topics = topics;
        this.republication = republication;
        this.producers = producers;
        this.settings = settings;
        this.wake = wake;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("relay.trouble again_in={} cause={}", settings.backoff(), e.toString());
    }

    @Override
    protected void turn() throws InterruptedException {
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
                if (!republication.fill(ids, () -> goesOn() && road.lease().renew(epoch))) {
                    return;
                }
                new Leadership(epoch, road, transmission, filled, settings).lead(settings, wake, this::goesOn);
            }
        }
    }

    /** Opens the producer of a leadership. */
    @FunctionalInterface
    interface Producers {
        Transmission open();
    }
}
