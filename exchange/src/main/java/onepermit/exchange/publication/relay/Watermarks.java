package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers how far the publication is. A topic that refuses to be told is left out for a while: its readers know less and less, all
 * others go on.
 */
final class Watermarks {
    private static final Logger LOG = LoggerFactory.getLogger(Watermarks.class);

    private final Road road;
    private final Transmission transmission;
    private final FilledTopics topics;
    private final Duration retry;
    private final Map<String, Every> refusing = new HashMap<>();

    Watermarks(Road road, Transmission transmission, FilledTopics topics, Duration retry) {
        this.road = road;
        this.transmission = transmission;
        this.topics = topics;
        this.retry = retry;
    }

    /** Who is stopped is asked now, not when the watermark set out: somebody may have been stopped on the way. */
    void tell(Instant time, Set<String> heldDatasets) {
        refusing.values().removeIf(Every::due);
        Set<PersonKey> stopped = road.stopped().all();
        boolean told = false;
        while (!told) {
            told = told(time, heldDatasets, stopped);
        }
        if (topics.stood()) {
            road.metrics().watermark(time, stopped.size());
        }
    }

    private boolean told(Instant time, Set<String> heldDatasets, Set<PersonKey> stopped) {
        List<ProducerRecord<byte[], byte[]>> records = road.owned().stream()
                .filter(dataset -> !heldDatasets.contains(dataset.id()) && !refusing.containsKey(dataset.id()))
                .flatMap(dataset -> records(time, dataset, stopped).stream())
                .toList();
        Map<String, String> refused = transmission.tell(records, topics::stand);
        road.owned().stream()
                .filter(dataset -> refused.containsKey(dataset.topic()))
                .forEach(dataset -> leaveOut(dataset, Objects.requireNonNull(refused.get(dataset.topic()))));
        return refused.isEmpty();
    }

    private List<ProducerRecord<byte[], byte[]>> records(Instant time, Dataset dataset, Set<PersonKey> stopped) {
        return road.records()
                .watermarks(time, dataset, Objects.requireNonNull(topics.ids().get(dataset.id())), stopped);
    }

    private void leaveOut(Dataset dataset, String reason) {
        LOG.error("relay.watermark.refused dataset={} reason={} again_in={}", dataset.id(), reason, retry);
        road.metrics().watermarkRefused(dataset.id(), reason);
        Every again = new Every(retry);
        again.due();
        refusing.put(dataset.id(), again);
    }
}
