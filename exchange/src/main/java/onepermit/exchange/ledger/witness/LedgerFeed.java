package onepermit.exchange.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line between a ledger and its witnesses, one thread: sends this ledger's offers and reads the answers, and answers the others' offers.
 * Kafka being away stops nothing but cosignatures, and at start the first seal, for what was published must be known first.
 */
public final class LedgerFeed extends Loop {
    static final String OFFER = "offer/";
    static final String ANSWER = "answer/";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFeed.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final long SWEEP = Duration.ofMinutes(1).toNanos();

    private final String department;
    private final List<String> others;
    private final KafkaSettings kafka;
    private final LedgerTopics topics;
    private final Published published;
    private final Judging judging;
    private final Supplier<Offering> offerings;
    private final WitnessTable table;
    private final Runnable sweep;
    private long looked;
    private volatile @Nullable Consumer<byte[], byte[]> following;

    LedgerFeed(
            String department,
            List<String> others,
            KafkaSettings kafka,
            Published published,
            Judging judging,
            Supplier<Offering> offerings,
            WitnessTable table,
            Runnable sweep) {
        super("ledger-feed", BACKOFF);
        this.department = department;
        this.others = List.copyOf(others);
        this.kafka = kafka;
        this.topics = new LedgerTopics(kafka);
        this.published = published;
        this.judging = judging;
        this.offerings = offerings;
        this.table = table;
        this.sweep = sweep;
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.atWarn().addKeyValue("cause", e.toString()).log("checkpoints do not travel for the moment");
    }

    /** A checkpoint waits for its witnesses, or the loop is to stop. */
    @Override
    protected void wake() {
        super.wake();
        Consumer<byte[], byte[]> polls = following;
        if (polls != null) {
            polls.wakeup();
        }
    }

    @Override
    protected void turn() throws InterruptedException {
        topics.ensure(department);
        try (Consumer<byte[], byte[]> consumer = consumer();
                Producer<byte[], byte[]> producer = producer()) {
            published.compare(consumer, topics.of(department));
            consumer.assign(List.of());
            following = consumer;
            follow(consumer, producer, offerings.get());
        } finally {
            following = null;
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Offering offering)
            throws InterruptedException {
        long swept = System.nanoTime();
        looked = swept - POLL.toNanos();
        while (goesOn()) {
            offering.due().forEach((witness, offer) -> send(producer, OFFER + witness, offer.toBytes()));
            read(consumer, each -> take(each, producer, offering));
            if (System.nanoTime() - swept > SWEEP) {
                sweep.run();
                swept = System.nanoTime();
            }
        }
    }

    /** Until something comes, a checkpoint waits, or it is time to look for departments that started later. */
    private void read(
            Consumer<byte[], byte[]> consumer, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taken)
            throws InterruptedException {
        try {
            if (consumer.assignment().size() < others.size() && System.nanoTime() - looked >= POLL.toNanos()) {
                assign(consumer);
                looked = System.nanoTime();
            }
            if (consumer.assignment().isEmpty()) {
                rest(POLL);
            } else {
                consumer.poll(POLL).forEach(taken);
            }
        } catch (WakeupException woken) {
            // What it was woken for is done before the next read.
        }
    }

    /** Those that are there already; a department that starts later is found at the next look. */
    private void assign(Consumer<byte[], byte[]> consumer) {
        Set<String> present = consumer.listTopics().keySet();
        Set<TopicPartition> before = new HashSet<>(consumer.assignment());
        Map<TopicPartition, Long> begin = new HashMap<>();
        for (String other : others) {
            TopicPartition part = new TopicPartition(topics.of(other), 0);
            if (present.contains(part.topic()) && !before.contains(part)) {
                begin.put(part, begin(consumer, part));
            }
        }
        before.forEach(part -> begin.put(part, consumer.position(part)));
        consumer.assign(begin.keySet());
        begin.forEach(consumer::seek);
    }

    private long begin(Consumer<byte[], byte[]> consumer, TopicPartition part) {
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(part)).get(part));
        long next = table.next(part.topic()).orElse(0);
        if (next > end) {
            table.forget(part.topic());
            return 0;
        }
        return next;
    }

    private void take(ConsumerRecord<byte[], byte[]> each, Producer<byte[], byte[]> producer, Offering offering) {
        String key = each.key() == null ? "" : new String(each.key(), StandardCharsets.UTF_8);
        String from = each.topic().substring(topics.of("").length());
        try {
            if (key.equals(OFFER + department)) {
                judging.judge(each.topic(), each.offset(), Offer.parse(each.value()))
                        .ifPresent(answer -> send(producer, ANSWER + from, answer.toBytes()));
            } else if (key.equals(ANSWER + department)) {
                offering.take(from, Answer.parse(each.value()));
            }
        } catch (IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", each.topic())
                    .addKeyValue("offset", each.offset())
                    .addKeyValue("cause", e.getMessage())
                    .log("a record cannot be read and is passed over");
        }
    }

    private void send(Producer<byte[], byte[]> producer, String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(topics.of(department), 0, key.getBytes(StandardCharsets.UTF_8), value),
                (sent, e) -> {
                    if (e != null) {
                        LOG.atWarn().addKeyValue("cause", e.toString()).log("a ledger record was not sent");
                    }
                });
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.forReader("ledger-feed", 100), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = kafka.forClient("ledger-feed");
        settings.put("acks", "all");
        settings.put("max.block.ms", 5_000);
        settings.put("delivery.timeout.ms", 15_000);
        settings.put("request.timeout.ms", 5_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
