package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onepermit.exchange.publication.wire.TopicSeen;
import onepermit.exchange.publication.wire.TopicWatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills one shadow from the beginning of its topic while the active slot goes on, and puts it in its place. Killed on the way, it
 * goes on from the shadow's own offsets. From another topic than the active slot's it is whole only once the owner has said so.
 */
final class Rebuild {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long NEAR = 4_000;
    private static final int LAST_POLLS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Slot shadow;
    private final Consumer<byte[], byte[]> consumer;
    private final TopicWatch topics;
    private final Slots slots;
    private final Offsets offsets;
    private final Applying applying;
    private final Reading reading;
    private final Swap swap;
    private final TransactionOperations transaction;
    private final ReadPoint.Listener point;
    private final Map<TopicPartition, Claim> claims = new HashMap<>();
    private final Set<Integer> vouchedFor = new HashSet<>();

    Rebuild(
            Slot shadow,
            Consumer<byte[], byte[]> consumer,
            TopicWatch topics,
            Slots slots,
            Offsets offsets,
            Applying applying,
            Reading reading,
            Swap swap,
            TransactionOperations transaction,
            ReadPoint.Listener point) {
        this.shadow = shadow;
        this.consumer = consumer;
        this.topics = topics;
        this.slots = slots;
        this.offsets = offsets;
        this.applying = applying;
        this.reading = reading;
        this.swap = swap;
        this.transaction = transaction;
        this.point = point;
    }

    /** @return true once swapped; false if told to end, if the topic is another now, or if another process has taken the rebuild over */
    boolean run(BooleanSupplier goOn) {
        claim();
        while (goOn.getAsBoolean() && topicStands()) {
            Batch batch = poll(POLL);
            if (!batch.isEmpty() && !applying.apply(batch)) {
                return false;
            }
            batch.advances().forEach(this::moved);
            if (near() && mayBeWhole() && swapped()) {
                return true;
            }
        }
        return false;
    }

    private void claim() {
        IntStream.range(0, shadow.dataset().partitions()).forEach(this::claim);
        consumer.assign(claims.keySet());
        checkWhole();
        claims.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
    }

    private void claim(int part) {
        Offsets.Claimed claimed = offsets.claim(shadow, part);
        claims.put(new TopicPartition(shadow.topic(), part), claimed.claim());
        claimed.watermark().ifPresent(watermark -> vouchedFor.add(part));
    }

    private boolean topicStands() {
        return topics.news()
                .map(seen -> seen.get(shadow.topic()) instanceof TopicSeen.Present topic && shadow.follows(topic.id()))
                .orElse(true);
    }

    /** Compaction never moves the beginning of a topic. Where it has moved, facts are gone, and a copy would say no where yes is true. */
    private void checkWhole() {
        consumer.beginningOffsets(claims.keySet(), PATIENCE).forEach((partition, first) -> {
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
        if (advance.horizon() != null) {
            vouchedFor.add(advance.claim().part());
        }
    }

    private boolean near() {
        Collection<Long> ends = ends().values();
        long end = ends.stream().mapToLong(Long::longValue).sum();
        return end - claims.values().stream().mapToLong(Claim::nextOffset).sum() < NEAR;
    }

    /** The beginning of an empty topic is its end: without the owner's word on every partition it would be taken for the whole truth. */
    private boolean mayBeWhole() {
        return vouchedFor.size() == claims.size()
                || slots.active(shadow.dataset().id())
                        .filter(active -> swap.sameTopic(active, shadow))
                        .isPresent();
    }

    /** The active slot stands still meanwhile, so the last steps are few; if they are not, it goes on and we try again. */
    private boolean swapped() {
        Map<TopicPartition, Claim> before = Map.copyOf(claims);
        Boolean done = transaction.execute(status -> {
            boolean reached = lastSteps();
            if (!reached) {
                status.setRollbackOnly();
            } else {
                point.passed(ReadPoint.SWAP_NOT_COMMITTED);
            }
            return reached;
        });
        if (Boolean.TRUE.equals(done)) {
            point.passed(ReadPoint.SWAPPED);
            return true;
        }
        claims.putAll(before);
        before.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
        return false;
    }

    private boolean lastSteps() {
        applying.bound();
        Optional<Slot> active = slots.active(shadow.dataset().id());
        Optional<Map<Integer, Long>> stand = swap.goal(active, shadow);
        if (stand.isEmpty() && vouchedFor.size() < claims.size()) {
            return false;
        }
        Map<Integer, Long> goal = stand.orElseGet(this::ends);
        for (int i = 0; i < LAST_POLLS && !reached(goal); i++) {
            Batch batch = poll(Duration.ofMillis(50));
            if (!batch.isEmpty() && !applying.inTransaction(batch)) {
                return false;
            }
            batch.advances().forEach(this::moved);
        }
        return reached(goal) && swap.swap(active, shadow);
    }

    private boolean reached(Map<Integer, Long> goal) {
        return claims.values().stream().allMatch(claim -> claim.nextOffset() >= goal.getOrDefault(claim.part(), 0L));
    }

    private Map<Integer, Long> ends() {
        return consumer.endOffsets(claims.keySet(), PATIENCE).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }
}
