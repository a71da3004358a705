package onepermit.exchange.replica.reader;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How replicas are kept.
 *
 * @param enabled whether this process reads
 * @param maxPollRecords records applied in one transaction
 * @param view how often the freshness in memory is renewed
 * @param transactionTimeout the database ends a reader that sleeps with its locks; below the lock timeout and the group's session timeout
 * @param lockTimeout how long a reader waits for the one before it
 * @param tombstones how long the topic keeps tombstones; a reader further behind than half of it must be rebuilt
 * @param purgeAfter how long a copy outlives the last agreement about it, in case that was ended by mistake; far below 24 hours
 * @param backoff pause after trouble with Kafka or the database
 */
@ConfigurationProperties("onepermit.replica")
public record ReplicaSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2000") int maxPollRecords,
        @DefaultValue("250ms") Duration view,
        @DefaultValue("5s") Duration transactionTimeout,
        @DefaultValue("8s") Duration lockTimeout,
        @DefaultValue("7d") Duration tombstones,
        @DefaultValue("1h") Duration purgeAfter,
        @DefaultValue("1s") Duration backoff) {}
