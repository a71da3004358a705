package onepermit.exchange.publication.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A look at the topics, under way or ended. */
public final class TopicLook {
    private final Map<String, KafkaFuture<TopicDescription>> topics;

    TopicLook(Map<String, KafkaFuture<TopicDescription>> topics) {
        this.topics = topics;
    }

    public boolean ended() {
        return topics.values().stream().allMatch(KafkaFuture::isDone);
    }

    /** Waits for its end; empty if the broker does not answer. */
    public Optional<Map<String, TopicSeen>> seen() {
        Map<String, TopicSeen> seen = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : topics.entrySet()) {
            Optional<TopicSeen> one = seen(topic.getValue());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            seen.put(topic.getKey(), one.get());
        }
        return Optional.of(seen);
    }

    private static Optional<TopicSeen> seen(KafkaFuture<TopicDescription> topic) {
        try {
            return Optional.of(seen(topic.get()));
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case UnknownTopicOrPartitionException absent -> Optional.of(new TopicSeen.Away(TopicSeen.ABSENT));
                case TopicAuthorizationException denied -> Optional.of(new TopicSeen.Away(TopicSeen.NOT_AUTHORISED));
                case null, default -> Optional.empty();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A broker that knows no authorisation allows everything. */
    private static TopicSeen seen(TopicDescription topic) {
        return new TopicSeen.Present(
                topic.topicId().toString(), topic.authorizedOperations().contains(AclOperation.READ));
    }
}
