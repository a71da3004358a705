package onepermit.exchange.publication.relay;

import java.time.Duration;

/**
 * How long the relay waits unless woken. Rows that came by themselves were committed by another process, and more will follow: it
 * looks again soon, and less and less often while nothing comes.
 */
final class Pace {
    private static final Duration SOON = Duration.ofMillis(10);

    private final Duration longest;
    private Duration interval;

    Pace(Duration longest) {
        this.longest = longest;
        this.interval = longest;
    }

    void after(int rows) {
        Duration next = rows > 0 ? SOON : interval.multipliedBy(2);
        interval = next.compareTo(longest) < 0 ? next : longest;
    }

    Duration interval() {
        return interval;
    }
}
