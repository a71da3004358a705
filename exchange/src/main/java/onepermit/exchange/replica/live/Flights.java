package onepermit.exchange.replica.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;

/** What is being asked just now: a person in a dataset is asked for once, whoever comes meanwhile waits for the same answer. */
final class Flights {
    private final ConcurrentMap<FactsRead.Key, CompletableFuture<Optional<Finding>>> open = new ConcurrentHashMap<>();

    /** @param mine those that the caller has to bring to an end, the others are under way */
    record Boarded(Map<FactsRead.Key, CompletableFuture<Optional<Finding>>> all, List<FactsRead.Key> mine) {}

    Boarded board(Collection<FactsRead.Key> wanted) {
        Map<FactsRead.Key, CompletableFuture<Optional<Finding>>> all = new LinkedHashMap<>();
        List<FactsRead.Key> mine = new ArrayList<>();
        for (FactsRead.Key key : wanted) {
            CompletableFuture<Optional<Finding>> own = new CompletableFuture<>();
            CompletableFuture<Optional<Finding>> underWay = open.putIfAbsent(key, own);
            all.put(key, underWay == null ? own : underWay);
            if (underWay == null) {
                mine.add(key);
            }
        }
        return new Boarded(all, mine);
    }

    /** Whoever asks from now on asks anew. */
    void land(FactsRead.Key key, Optional<Finding> answer) {
        CompletableFuture<Optional<Finding>> flight = open.remove(key);
        if (flight != null) {
            flight.complete(answer);
        }
    }
}
