package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills one shadow from the beginning of its topic while the active slot goes on, and puts it in its place. Killed on the way, it
 * goes on from the shadow's own offsets.
 */
final class Rebuild {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long NEAR = 4_000;
    private static final int LAST_POLLS = 20;

    private final Slot shadow;
    private final Consumer<byte[], byte[]> consumer;
    private final Slots slots;
    private final Offsets offsets;
    private final Applying applying;
    private final Reading reading;
    private final Swap swap;
    private final TransactionOperations transaction;
    private final Map<TopicPartition, Claim> claims = new HashMap<>();

    Rebuild(
            Slot shadow,
            Consumer<byte[], byte[]> consumer,
            Slots slots,
            Offsets offsets,
            Applying applying,
            Reading reading,
            Swap swap,
            TransactionOperations transaction) {
        this.shadow = shadow;
        this.consumer = consumer;
        this.slots = slots;
        this.offsets = offsets;
        this.applying = applying;
        this.reading = reading;
        this.swap = swap;
        this.transaction = transaction;
    }

    /** @return true once swapped; false if told to end, or if another process has taken the rebuild over */
    boolean run(BooleanSupplier goOn) {
        claim();
        while (goOn.getAsBoolean()) {
            Batch batch = poll(POLL);
            if (!batch.isEmpty() && !applying.apply(batch)) {
                return false;
            }
            batch.advances().forEach(this::moved);
            if (near() && swapped()) {
                return true;
            }
        }
        return false;
    }

    private void claim() {
        IntStream.range(0, shadow.dataset().partitions())
                .forEach(part -> claims.put(
                        new TopicPartition(shadow.topic(), part),
                        offsets.claim(shadow, part).claim()));
        consumer.assign(claims.keySet());
        checkWhole();
        claims.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
    }

    /** Compaction never moves the beginning of a topic. Where it has moved, facts are gone, and a copy would say no where yes is true. */
    private void checkWhole() {
        consumer.beginningOffsets(claims.keySet()).forEach((partition, first) -> {
            if (claimed(partition).nextOffset() < first) {
                throw new IllegalStateException("TOPIC_CUT_OFF: " + partition + " begins at " + first
                        + "; what came before is gone, and the dataset needs a new generation of its topic");
            }
        });
    }

    private Batch poll(Duration longest) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(longest);
        Batch batch = new Batch();
        records.nextOffsets().forEach((partition, next) -> {
            List<ConsumerRecord<byte[], byte[]>> part = records.records(partition);
            batch.add(claimed(partition), part.stream().map(RawRecord::of).toList(), next.offset(), reading);
        });
        return batch;
    }

    private Claim claimed(TopicPartition partition) {
        Claim claim = claims.get(partition);
        if (claim == null) {
            throw new Fenced("records of " + partition + " came, which is not claimed");
        }
        return claim;
    }

    private void moved(Offsets.Advance advance) {
        claims.put(
                new TopicPartition(shadow.topic(), advance.claim().part()),
                advance.claim().at(advance.nextOffset()));
    }

    private boolean near() {
        Collection<Long> ends = consumer.endOffsets(claims.keySet()).values();
        long end = ends.stream().mapToLong(Long::longValue).sum();
        return end - claims.values().stream().mapToLong(Claim::nextOffset).sum() < NEAR;
    }

    /** The active slot stands still meanwhile, so the last steps are few; if they are not, it goes on and we try again. */
    private boolean swapped() {
        Map<TopicPartition, Claim> before = Map.copyOf(claims);
        Boolean done = transaction.execute(status -> {
            boolean reached = lastSteps();
            if (!reached) {
                status.setRollbackOnly();
            }
            return reached;
        });
        if (Boolean.TRUE.equals(done)) {
            return true;
        }
        claims.putAll(before);
        before.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
        return false;
    }

    private boolean lastSteps() {
        applying.bound();
        Optional<Slot> active = slots.active(shadow.dataset().id());
        Map<Integer, Long> goal = swap.goal(active, shadow, ends());
        for (int i = 0; i < LAST_POLLS && !reached(goal); i++) {
            Batch batch = poll(Duration.ofMillis(50));
            if (!batch.isEmpty() && !applying.inTransaction(batch)) {
                return false;
            }
            batch.advances().forEach(this::moved);
        }
        if (reached(goal)) {
            swap.swap(active, shadow);
            return true;
        }
        return false;
    }

    private boolean reached(Map<Integer, Long> goal) {
        return claims.values().stream().allMatch(claim -> claim.nextOffset() >= goal.getOrDefault(claim.part(), 0L));
    }

    private Map<Integer, Long> ends() {
        return consumer.endOffsets(claims.keySet()).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }
}
