package onepermit.exchange.ledger.witness;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The departments' ledger topics: each writes its own alone, its offers and its answers, and reads the others'. One partition, so that what
 * one department says stays in order; compacted, so that the last word under each key stays.
 */
record LedgerTopics(KafkaSettings kafka) {
    private static final long PATIENCE_SECONDS = 10;

    String of(String department) {
        return kafka.prefix() + "ledger.checkpoint." + department;
    }

    /** Makes a department's topic if it is missing. */
    void ensure(String department) throws InterruptedException {
        NewTopic topic = new NewTopic(of(department), 1, kafka.replicationFactor())
                .configs(Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "3600000",
                        "min.insync.replicas", kafka.replicationFactor() >= 3 ? "2" : "1"));
        try (Admin admin = Admin.create(kafka.forAdmin("ledger-topics"))) {
            admin.createTopics(java.util.List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic.name() + " could not be made", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("topic " + topic.name() + " could not be made", e);
        }
    }
}
