package onepermit.exchange.replica.reader;

import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the replicas of a department as long as this process lives, and starts over after any trouble. Kafka being away makes the
 * replicas older, and the age says so.
 */
public final class ReplicaReader extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Sessions sessions;
    private final ReplicaSettings settings;

    ReplicaReader(Sessions sessions, ReplicaSettings settings) {
        super("replica-reader", settings.backoff());
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    protected void turn() {
        sessions.ensureSlots();
        readOn();
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("replica.trouble again_in={} cause={}", settings.backoff(), e.toString());
    }

    private void readOn() {
        try (Sessions.Open open = sessions.open()) {
            open.session().join();
            while (goesOn() && open.session().stands()) {
                open.session().step(POLL);
            }
        }
    }
}
