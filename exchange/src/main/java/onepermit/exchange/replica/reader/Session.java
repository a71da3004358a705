package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One membership in the consumer group: polls, applies, and ends by an exception when it is fenced. */
final class Session implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Slots slots;
    private final Claims claims;
    private final Applying applying;
    private final Reading reading;
    private final ReaderMetrics metrics;
    private final ReadPoint.Listener point;
    private final Consumer<String> rebuild;
    private List<Slot> active;
    private boolean awaitsRebuild;

    Session(
            KafkaConsumer<byte[], byte[]> consumer,
            Slots slots,
            Claims claims,
            Applying applying,
            Reading reading,
            ReaderMetrics metrics,
            ReadPoint.Listener point,
            Consumer<String> rebuild) {
        this.consumer = consumer;
        this.slots = slots;
        this.claims = claims;
        this.applying = applying;
        this.reading = reading;
        this.metrics = metrics;
        this.point = point;
        this.rebuild = rebuild;
        this.active = slots.active();
    }

    void join() {
        consumer.subscribe(active.stream().map(Slot::topic).collect(Collectors.toSet()), this);
    }

    /** @return whether anything was heard; owners that live are heard every second */
    boolean step(Duration longest) {
        if (awaitsRebuild) {
            followSwap();
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(longest);
        Batch batch = batch(records);
        if (!batch.isEmpty()) {
            point.passed(ReadPoint.POLLED);
            apply(batch, records.nextOffsets());
        }
        return !batch.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        take(partitions);
        point.passed(ReadPoint.CLAIMED);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        claims.drop(partitions);
    }

    private Batch batch(ConsumerRecords<byte[], byte[]> records) {
        Batch batch = new Batch();
        records.nextOffsets().forEach((partition, next) -> {
            if (claims.holds(partition)) {
                Claim claim = claims.of(partition);
                List<ConsumerRecord<byte[], byte[]>> part = records.records(partition);
                check(claim, part);
                batch.add(claim, part.stream().map(RawRecord::of).toList(), next.offset(), reading);
            }
        });
        return batch;
    }

    /** Compaction and transactions leave holes, so the first offset may be above ours; below it, a seek was lost. */
    private static void check(Claim claim, List<ConsumerRecord<byte[], byte[]>> records) {
        if (!records.isEmpty() && records.getFirst().offset() < claim.nextOffset()) {
            throw new Fenced("partition " + claim.part() + " of " + claim.slot().topic() + " stands at "
                    + claim.nextOffset() + " and was read from "
                    + records.getFirst().offset());
        }
    }

    private void apply(Batch batch, Map<TopicPartition, OffsetAndMetadata> next) {
        if (applying.apply(batch)) {
            next.forEach((partition, offset) -> claims.moved(partition, offset.offset()));
            return;
        }
        metrics.fenced();
        if (!followSwap()) {
            throw new Fenced("another reader has claimed partitions of this one");
        }
    }

    /** A rebuild that swapped its shadow in has fenced us on purpose: we go on in the new slot. Anybody else has the better right. */
    private boolean followSwap() {
        List<Slot> now = slots.active();
        if (Set.copyOf(active).containsAll(now)) {
            return false;
        }
        active = now;
        join();
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.resume(assigned);
        claims.drop(assigned);
        awaitsRebuild = false;
        take(assigned);
        return true;
    }

    /**
     * Of a dataset that must be rebuilt nothing is held, so the swap fences nobody and is looked for. And a swap between our look at
     * the slots and the claim would leave us in a retired slot, with nobody to fence us any more.
     */
    private void take(Collection<TopicPartition> partitions) {
        Set<String> lost = claims.take(consumer, active, partitions);
        if (!Set.copyOf(active).containsAll(slots.active())) {
            throw new Fenced("a slot was swapped while it was claimed");
        }
        awaitsRebuild |= !lost.isEmpty();
        lost.forEach(rebuild);
    }
}
