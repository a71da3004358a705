package onepermit.exchange.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** What an operator can do to a topic. */
public final class TopicSettings {
    private final String bootstrapServers;
    private final String topic;

    public TopicSettings(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    public void set(Map<String, String> settings) {
        Collection<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        done(admin -> admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
    }

    /** Compacts early and often, so that a test sees it happen. */
    public void compactAtOnce() {
        set(Map.of(
                "segment.ms", "100",
                "min.cleanable.dirty.ratio", "0.001",
                "max.compaction.lag.ms", "200"));
    }

    /** Cuts the beginning of each partition off, up to its end. */
    public void cutOff(int partitions) {
        set(Map.of("cleanup.policy", "compact,delete"));
        Map<TopicPartition, RecordsToDelete> all = IntStream.range(0, partitions)
                .mapToObj(part -> new TopicPartition(topic, part))
                .collect(Collectors.toMap(part -> part, part -> RecordsToDelete.beforeOffset(-1)));
        done(admin -> admin.deleteRecords(all).all());
        set(Map.of("cleanup.policy", "compact"));
    }

    /** As if the broker had lost it. */
    public void delete() {
        done(admin -> admin.deleteTopics(List.of(topic)).all());
    }

    /** Under the same name, empty, and for Kafka another one. */
    public void makeAnew(int partitions) {
        delete();
        make(partitions);
    }

    public void make(int partitions) {
        Map<String, String> compacted = Map.of("cleanup.policy", "compact");
        NewTopic made = new NewTopic(topic, partitions, (short) 1).configs(compacted);
        done(admin -> admin.createTopics(List.of(made)).all());
    }

    /** Kafka's own id of it. */
    public String id() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return Await.value("the topic is there", Duration.ofSeconds(30), () -> id(admin));
        }
    }

    private @Nullable String id(Admin admin) throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .map(description -> description.topicId().toString())
                    .findFirst()
                    .orElse(null);
        } catch (ExecutionException e) {
            return null;
        }
    }

    private void done(Function<Admin, KafkaFuture<Void>> action) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            action.apply(admin).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
