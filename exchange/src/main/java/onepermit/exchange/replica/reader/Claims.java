package onepermit.exchange.replica.reader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions this reader holds: claimed in the database, and the consumer sought to where the database stands. */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** A topic that was deleted a moment ago would be asked for a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Offsets offsets;
    private final Clock clock;
    private final Duration tombstones;
    private final Map<TopicPartition, Claim> held = new HashMap<>();

    Claims(Offsets offsets, Clock clock, Duration tombstones) {
        this.offsets = offsets;
        this.clock = clock;
        this.tombstones = tombstones;
    }

    Claim of(TopicPartition partition) {
        Claim claim = held.get(partition);
        if (claim == null) {
            throw new Fenced("records of " + partition + " came, which is not claimed");
        }
        return claim;
    }

    boolean holds(TopicPartition partition) {
        return held.containsKey(partition);
    }

    void moved(TopicPartition partition, long nextOffset) {
        held.computeIfPresent(partition, (p, claim) -> claim.at(nextOffset));
    }

    void drop(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
    }

    /** @return datasets that must be rebuilt, because records they need are gone from the topic */
    Set<String> take(Consumer<?, ?> consumer, List<Slot> slots, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
        Set<String> lost = new HashSet<>();
        for (Slot slot : slots) {
            for (TopicPartition partition : partitions) {
                boolean ours = partition.topic().equals(slot.topic());
                if (ours && !take(consumer, slot, partition, first.get(partition), end.get(partition))) {
                    lost.add(slot.dataset().id());
                }
            }
        }
        return lost;
    }

    private boolean take(
            Consumer<?, ?> consumer, Slot slot, TopicPartition partition, @Nullable Long first, @Nullable Long end) {
        Offsets.Claimed claimed = offsets.claim(slot, partition.partition());
        Optional<String> problem = claimed.problem()
                .or(() -> problem(claimed, first == null ? 0 : first, end == null ? Long.MAX_VALUE : end));
        if (problem.isPresent()) {
            LOG.error(
                    "replica.resync dataset={} part={} reason={} offset={} first={} end={}",
                    slot.dataset().id(),
                    partition.partition(),
                    problem.get(),
                    claimed.claim().nextOffset(),
                    first,
                    end);
            offsets.problem(claimed.claim(), problem.get());
            consumer.pause(List.of(partition));
            return false;
        }
        held.put(partition, claimed.claim());
        consumer.seek(partition, claimed.claim().nextOffset());
        return true;
    }

    /** Never answered by a silent reset: the slot is stale until it has been rebuilt. */
    private Optional<String> problem(Offsets.Claimed claimed, long first, long end) {
        long stored = claimed.claim().nextOffset();
        if (stored < first) {
            return Optional.of("OFFSET_EXPIRED");
        }
        if (stored > end) {
            return Optional.of("TOPIC_RESTARTED");
        }
        Instant oldest = clock.instant().minus(tombstones.dividedBy(2));
        return claimed.watermark().filter(oldest::isAfter).map(watermark -> "TOO_FAR_BEHIND");
    }
}
