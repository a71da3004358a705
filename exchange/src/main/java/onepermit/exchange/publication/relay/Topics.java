package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.publication.wire.TopicTimes;
import onepermit.exchange.publication.wire.TopicWatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** The topics of the owner's datasets: made by the owner, compacted, with the partitions of the catalogue. */
public final class Topics {
    private static final long PATIENCE_SECONDS = 10;

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final List<Dataset> owned;

    public Topics(KafkaSettings settings, List<Dataset> owned) {
        this.settings = settings;
        this.owned = owned;
    }

    /** The topics as {@link #ensure} has found them, and whether they still are. */
    FilledTopics filled(Map<String, String> ids) {
        return new FilledTopics(owned, ids, new TopicWatch(settings, "relay-topics", topicNames(), LOOK));
    }

    /**
     * Makes those that are missing; refuses one whose partitions differ, for persons would change their partition.
     *
     * @return Kafka's id of each topic, by dataset; the same name under another id is another topic
     */
    public Map<String, String> ensure() throws InterruptedException {
        try (Admin admin = Admin.create(settings.forAdmin("topics"))) {
            Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = owned.stream()
                    .filter(dataset -> !present.contains(dataset.topic()))
                    .map(this::topic)
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<String, TopicDescription> topics =
                    admin.describeTopics(topicNames()).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return owned.stream().collect(Collectors.toMap(Dataset::id, dataset -> id(dataset, topics)));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topics could not be made or described", e);
        }
    }

    private List<String> topicNames() {
        return owned.stream().map(Dataset::topic).toList();
    }

    private static String id(Dataset dataset, Map<String, TopicDescription> topics) {
        TopicDescription topic = topics.get(dataset.topic());
        int partitions = topic == null ? 0 : topic.partitions().size();
        if (topic == null || partitions != dataset.partitions()) {
            throw new IllegalStateException("topic " + dataset.topic() + " has " + partitions
                    + " partitions, the catalogue says " + dataset.partitions()
                    + "; partitions change only with a new generation");
        }
        return topic.topicId().toString();
    }

    private NewTopic topic(Dataset dataset) {
        return new NewTopic(dataset.topic(), dataset.partitions(), settings.replicationFactor())
                .configs(Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", millis(TopicTimes.SEGMENT),
                        "max.compaction.lag.ms", millis(TopicTimes.COMPACTED_WITHIN),
                        "delete.retention.ms", millis(TopicTimes.TOMBSTONES),
                        "min.insync.replicas", settings.replicationFactor() >= 3 ? "2" : "1"));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
