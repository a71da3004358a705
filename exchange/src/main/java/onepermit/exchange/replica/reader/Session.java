package onepermit.exchange.replica.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import onepermit.exchange.publication.wire.TopicSeen;
import onepermit.exchange.publication.wire.TopicWatch;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One membership in the consumer group: polls, applies, and ends by an exception when it is fenced. */
final class Session implements ConsumerRebalanceListener {
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicWatch topics;
    private final Following following;
    private final Slots slots;
    private final Claims claims;
    private final Applying applying;
    private final Reading reading;
    private final ReaderMetrics metrics;
    private final ReadPoint.Listener point;
    private final Consumer<String> rebuild;
    private final AtomicBoolean agreed;
    private List<Slot> followed;
    private long heard = System.nanoTime();

    Session(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicWatch topics,
            List<Slot> followed,
            Following following,
            Slots slots,
            Claims claims,
            Applying applying,
            Reading reading,
            ReaderMetrics metrics,
            ReadPoint.Listener point,
            Consumer<String> rebuild,
            AtomicBoolean agreed) {
        this.consumer = consumer;
        this.topics = topics;
        this.following = following;
        this.slots = slots;
        this.claims = claims;
        this.applying = applying;
        this.reading = reading;
        this.metrics = metrics;
        this.point = point;
        this.rebuild = rebuild;
        this.followed = followed;
        this.agreed = agreed;
    }

    void join() {
        consumer.subscribe(followed.stream().map(Slot::topic).collect(Collectors.toSet()), this);
    }

    /**
     * Looks which topics there are, and follows those. A group consumer whose coordinator is away keeps two threads busy without pause:
     * one that hears neither owners, who are heard every second, nor the broker, ends.
     *
     * Other agreements may give or take a dataset: then it looks at once.
     *
     * @return false if another membership must be opened, because there are topics this one does not look at
     */
    boolean stands() {
        if (agreed.getAndSet(false)) {
            topics.hurry();
        }
        Optional<Map<String, TopicSeen>> news = topics.news();
        if (!topics.answered() && System.nanoTime() - heard > SILENCE.toNanos()) {
            throw new IllegalStateException("the broker does not answer");
        }
        return news.map(this::follow).orElse(true);
    }

    private boolean follow(Map<String, TopicSeen> seen) {
        List<Slot> active = slots.active();
        List<Slot> now = following.among(active, seen);
        if (!now.equals(followed)) {
            goOnIn(now);
        }
        return active.stream().map(Slot::topic).allMatch(seen::containsKey);
    }

    void step(Duration longest) {
        if (followed.isEmpty()) {
            LockSupport.parkNanos(longest.toNanos());
            return;
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(longest);
        Batch batch = batch(records);
        if (!batch.isEmpty()) {
            heard = System.nanoTime();
            point.passed(ReadPoint.POLLED);
            apply(batch, records.nextOffsets());
        }
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
        List<Slot> now = following.among(slots.active(), topics.now());
        if (now.equals(followed)) {
            throw new Fenced("another reader has claimed partitions of this one");
        }
        goOnIn(now);
    }

    /** A rebuild that swapped its shadow in, for example, has fenced us on purpose: we go on in the new slot. */
    private void goOnIn(List<Slot> now) {
        followed = now;
        join();
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.resume(assigned);
        claims.drop(assigned);
        take(assigned);
    }

    /** A swap between our look at the slots and the claim would leave us in a retired slot, with nobody to fence us any more. */
    private void take(Collection<TopicPartition> partitions) {
        Set<String> names = followed.stream().map(Slot::topic).collect(Collectors.toSet());
        List<TopicPartition> ours =
                partitions.stream().filter(part -> names.contains(part.topic())).toList();
        Set<String> lost = claims.take(consumer, followed, ours);
        if (!slots.active().containsAll(followed)) {
            throw new Fenced("a slot was swapped while it was claimed");
        }
        lost.forEach(rebuild);
    }
}
