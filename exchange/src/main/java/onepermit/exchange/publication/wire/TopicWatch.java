package onepermit.exchange.publication.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.jspecify.annotations.Nullable;

/** Looks again and again which topics there are, without ever letting its caller wait for the broker. */
public final class TopicWatch implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin admin;
    private final List<String> topics;
    private final Duration interval;
    private long next;
    private @Nullable TopicLook under;
    private boolean answered = true;

    public TopicWatch(KafkaSettings kafka, String clientId, Collection<String> topics, Duration interval) {
        this.admin = Admin.create(kafka.forAdmin(clientId));
        this.topics = List.copyOf(topics);
        this.interval = interval;
        this.next = System.nanoTime() + interval.toNanos();
    }

    /** Waits, a few seconds at most. */
    public Map<String, TopicSeen> now() {
        return look().seen().orElseThrow(() -> new IllegalStateException("the broker does not answer"));
    }

    /** The next look does not wait for its time. */
    public void hurry() {
        next = System.nanoTime();
    }

    /** What the broker has said since this was last asked. */
    public Optional<Map<String, TopicSeen>> news() {
        if (under == null && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + interval.toNanos();
            under = look();
        }
        TopicLook last = under;
        if (last == null || !last.ended()) {
            return Optional.empty();
        }
        under = null;
        Optional<Map<String, TopicSeen>> seen = last.seen();
        answered = seen.isPresent();
        return seen;
    }

    /** Whether the broker has answered the last time. */
    public boolean answered() {
        return answered;
    }

    private TopicLook look() {
        var options =
                new DescribeTopicsOptions().includeAuthorizedOperations(true).timeoutMs(PATIENCE_MILLIS);
        return new TopicLook(admin.describeTopics(topics, options).topicNameValues());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
