package onepermit.exchange.replica.reader;

import java.util.Optional;
import onepermit.exchange.catalogue.Dataset;

/**
 * One copy of one dataset, and the topic it follows.
 *
 * @param topicId Kafka's own id of that topic: another topic of the same name tells nothing about this copy. Empty until it was seen
 */
public record Slot(short number, Dataset dataset, int generation, Optional<String> topicId) {

    public String topic() {
        return dataset.topic(generation);
    }

    Slot of(String topic) {
        return new Slot(number, dataset, generation, Optional.of(topic));
    }

    /** Whether what is said about the topic is said about the one this copy follows; empty where the owner does not say. */
    boolean follows(String topic) {
        return topic.isEmpty() || topicId.filter(topic::equals).isPresent();
    }
}
