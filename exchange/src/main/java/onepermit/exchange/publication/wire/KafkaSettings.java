package onepermit.exchange.publication.wire;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the broker is reached.
 *
 * @param bootstrapServers host:port, comma separated
 * @param prefix begins the names of topics, consumer groups and transactional ids
 * @param replicationFactor of topics this department creates; 3 in a cluster
 * @param client further settings of every Kafka client, e.g. {@code security.protocol}
 */
@ConfigurationProperties("onepermit.kafka")
public record KafkaSettings(
        @DefaultValue("127.0.0.1:19092") String bootstrapServers,
        @DefaultValue("onepermit.") String prefix,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {

    /** What every client of ours needs; a new map, to be added to. */
    public Map<String, Object> forClient(String clientId) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", clientId);
        settings.put("reconnect.backoff.max.ms", 1_000);
        // A machine that is off answers no connection: the next try must not wait for half a minute.
        settings.put("socket.connection.setup.timeout.ms", 2_000);
        settings.put("socket.connection.setup.timeout.max.ms", 4_000);
        // With one known broker and that one away, starting over from the bootstrap list spins and fills the log.
        settings.putIfAbsent("metadata.recovery.strategy", "none");
        return settings;
    }

    /** An administrator's settings: a broker that took the question and died, or is only starting, is asked again soon. */
    public Map<String, Object> forAdmin(String clientId) {
        Map<String, Object> settings = forClient(clientId);
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        return settings;
    }

    /** A reader's settings: nothing is committed to Kafka, and nothing is seen of a transaction that did not commit. */
    public Map<String, Object> forReader(String clientId, int maxPollRecords) {
        Map<String, Object> settings = forClient(clientId);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", maxPollRecords);
        return settings;
    }
}
