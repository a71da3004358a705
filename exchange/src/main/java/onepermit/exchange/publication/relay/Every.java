package onepermit.exchange.publication.relay;

import java.time.Duration;

/** Something due at once, and then again and again after a while. */
final class Every {
    private final long nanos;
    private long next = System.nanoTime();

    Every(Duration interval) {
        this.nanos = interval.toNanos();
    }

    boolean due() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + nanos;
        return true;
    }

    void now() {
        next = System.nanoTime();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, next - System.nanoTime()));
    }
}
