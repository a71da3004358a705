package onepermit.exchange.replica.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.rpc.CallDeadline;
import onepermit.exchange.v1.RequestContext;

/**
 * Asks owners for evidence that is too old here; for a question that somebody waits for, never for a batch and never to decide again.
 * What an owner does not say in time stays as it is, and the decision waits for it.
 */
public final class LiveCall {
    /** Persons of one request, as its contract has it. */
    private static final int TOGETHER = 16;

    /** The rest of the caller's time is for the rules and the record. */
    private static final double SHARE_OF_TIME = 0.7;

    private static final Duration TOO_SHORT = Duration.ofMillis(5);

    private final Flights flights = new Flights();
    private final Owners owners;
    private final LiveMetrics metrics;
    private final Duration longest;

    /** @param longest an owner is waited for, however long the caller would */
    LiveCall(Owners owners, LiveMetrics metrics, Duration longest) {
        this.owners = owners;
        this.metrics = metrics;
        this.longest = longest;
    }

    /**
     * @param wanted too old in the reading
     * @return the same reading, with what the owners said just now in place of it
     */
    public FactsRead ask(FactsRead read, Collection<FactsRead.Key> wanted, RequestContext context) {
        Duration patience = patience();
        if (patience.compareTo(TOO_SHORT) < 0) {
            return read;
        }
        long until = System.nanoTime() + patience.toNanos();
        Flights.Boarded boarded = flights.board(wanted);
        metrics.shared(boarded.all().size() - boarded.mine().size());
        depart(boarded.mine(), context, patience);
        Map<FactsRead.Key, Finding> said = new HashMap<>();
        boarded.all().forEach((key, flight) -> landed(flight, until).ifPresent(finding -> said.put(key, finding)));
        return said.isEmpty() ? read : read.with(said);
    }

    private Duration patience() {
        Duration left = CallDeadline.remaining().orElse(longest);
        Duration share = Duration.ofNanos((long) (left.toNanos() * SHARE_OF_TIME));
        return share.compareTo(longest) < 0 ? share : longest;
    }

    /** One request for each dataset, all at once. */
    private void depart(List<FactsRead.Key> keys, RequestContext context, Duration patience) {
        keys.stream()
                .collect(Collectors.groupingBy(FactsRead.Key::dataset))
                .forEach((dataset, ofDataset) -> parts(ofDataset)
                        .forEach(part -> owners.ask(dataset, persons(part), context, patience)
                                .thenAccept(answer -> part.forEach(
                                        key -> flights.land(key, answer.map(said -> said.about(key.person())))))));
    }

    private static List<List<FactsRead.Key>> parts(List<FactsRead.Key> keys) {
        List<List<FactsRead.Key>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += TOGETHER) {
            parts.add(keys.subList(from, Math.min(keys.size(), from + TOGETHER)));
        }
        return parts;
    }

    private static List<PersonKey> persons(List<FactsRead.Key> keys) {
        return keys.stream().map(FactsRead.Key::person).toList();
    }

    private static Optional<Finding> landed(CompletableFuture<Optional<Finding>> flight, long until) {
        try {
            return flight.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
