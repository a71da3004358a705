package onepermit.exchange.publication.relay;

import java.util.List;
import java.util.Map;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.wire.TopicSeen;
import onepermit.exchange.publication.wire.TopicWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics that are filled in a leadership. Another one under the same name lacks what was sent before, and must be filled first. */
final class FilledTopics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FilledTopics.class);

    private final List<Dataset> owned;
    private final Map<String, String> ids;
    private final TopicWatch watch;
    private boolean stood = true;

    /** @param ids Kafka's ids, by dataset */
    FilledTopics(List<Dataset> owned, Map<String, String> ids, TopicWatch watch) {
        this.owned = owned;
        this.ids = Map.copyOf(ids);
        this.watch = watch;
    }

    Map<String, String> ids() {
        return ids;
    }

    /** Asks the broker. */
    boolean stand() {
        stood = stand(watch.now());
        return stood;
    }

    /** What was found when they were last asked for. */
    boolean stood() {
        return stood;
    }

    private boolean stand(Map<String, TopicSeen> seen) {
        List<String> others = owned.stream()
                .filter(dataset -> !stands(dataset, seen.get(dataset.topic())))
                .map(Dataset::id)
                .toList();
        if (!others.isEmpty()) {
            LOG.warn("relay.topics.replaced datasets={}", others);
        }
        return others.isEmpty();
    }

    private boolean stands(Dataset dataset, @Nullable TopicSeen seen) {
        return switch (seen) {
            case TopicSeen.Present topic -> topic.id().equals(ids.get(dataset.id()));
            case TopicSeen.Away away -> !away.reason().equals(TopicSeen.ABSENT);
            case null -> true;
        };
    }

    @Override
    public void close() {
        watch.close();
    }
}
