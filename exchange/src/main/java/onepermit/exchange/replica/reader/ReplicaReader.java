package onepermit.exchange.replica.reader;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the replicas of a department as long as this process lives, and starts over after any trouble. Kafka being away makes the
 * replicas older, and the age says so.
 */
public final class ReplicaReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Sessions sessions;
    private final ReplicaSettings settings;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    ReplicaReader(Sessions sessions, ReplicaSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("replica-reader").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(15));
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
                sessions.ensureSlots();
                readOn();
            } catch (RuntimeException e) {
                LOG.warn("replica.trouble again_in={} cause={}", settings.backoff(), e.toString());
                pause();
            }
        }
    }

    private void readOn() {
        try (Sessions.Open open = sessions.open()) {
            open.session().join();
            while (running && open.session().stands()) {
                open.session().step(POLL);
            }
        }
    }

    private void pause() {
        long until = System.nanoTime() + settings.backoff().toNanos();
        while (running && System.nanoTime() < until) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
