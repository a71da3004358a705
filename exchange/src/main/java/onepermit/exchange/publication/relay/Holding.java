package onepermit.exchange.publication.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps apart what Kafka refuses, so that the rest goes on: single persons in a table, whole datasets for a while in memory. */
final class Holding {
    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

    private final StoppedPersons stopped;
    private final Duration retry;
    private final RelayMetrics metrics;
    private final Map<String, Every> datasets = new HashMap<>();
    private Set<PersonKey> persons;

    Holding(StoppedPersons stopped, Duration retry, RelayMetrics metrics) {
        this.stopped = stopped;
        this.retry = retry;
        this.metrics = metrics;
        this.persons = stopped.waiting();
    }

    Held held() {
        return new Held(persons, Set.copyOf(datasets.keySet()));
    }

    /** Looks whose time to be tried again has come. */
    void refresh() {
        persons = stopped.waiting();
        datasets.values().removeIf(Every::due);
    }

    void add(List<Outcome.RefusedRow> refused) {
        for (Outcome.RefusedRow row : refused) {
            if (row.wholeTopic()) {
                hold(row);
            } else {
                stop(row);
            }
        }
        persons = stopped.waiting();
    }

    void releaseSent() {
        if (!persons.isEmpty() || metrics.anyStopped()) {
            stopped.releaseSent();
        }
    }

    private void hold(Outcome.RefusedRow refused) {
        Every again = new Every(retry);
        again.due();
        if (datasets.put(refused.row().dataset(), again) == null) {
            LOG.error("relay.dataset.held dataset={} reason={}", refused.row().dataset(), refused.reason());
        }
    }

    private void stop(Outcome.RefusedRow refused) {
        stopped.stop(refused.row(), refused.reason());
        LOG.error(
                "relay.person.stopped dataset={} seq={} reason={}",
                refused.row().dataset(),
                refused.row().seq(),
                refused.reason());
    }
}
