package onepermit.exchange.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.LogSigner;
import onepermit.exchange.ledger.checkpoint.NoteSignature;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.checkpoint.Trust;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the topics still say of an origin whose database was set back: which tree witnesses cosigned last, and how far it had published. */
final class LastWitnessed {
    private static final Logger LOG = LoggerFactory.getLogger(LastWitnessed.class);

    private final LedgerKeys keys;
    private final KafkaSettings kafka;

    /**
     * What was found.
     *
     * @param cosigned the largest tree that enough witnesses cosigned; where there is none, the largest that any did
     * @param published leaves of the largest tree offered
     */
    record Found(Optional<SignedCheckpoint> cosigned, long published) {}

    LastWitnessed(LedgerKeys keys, KafkaSettings kafka) {
        this.keys = keys;
        this.kafka = kafka;
    }

    Found of(String origin) {
        LedgerTopics topics = new LedgerTopics(kafka);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.forReader("ledger-origin", 500), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long published = published(consumer, topics.of(keys.department()), origin);
            Map<Checkpoint, List<NoteSignature>> cosigned = new HashMap<>();
            // A department that never started has no topic.
            Set<String> present = consumer.listTopics().keySet();
            keys.others().keySet().stream()
                    .map(topics::of)
                    .filter(present::contains)
                    .forEach(topic -> cosignatures(consumer, topic, origin, cosigned));
            return new Found(largest(origin, cosigned), published);
        }
    }

    private static long published(Consumer<byte[], byte[]> consumer, String topic, String origin) {
        List<Long> sizes = new ArrayList<>(List.of(0L));
        read(consumer, topic, (key, value) -> {
            if (key.startsWith(LedgerFeed.OFFER)) {
                Checkpoint offered = Offer.parse(value).checkpoint().checkpoint();
                if (offered.origin().equals(origin)) {
                    sizes.add(offered.size());
                }
            }
        });
        return Collections.max(sizes);
    }

    private void cosignatures(
            Consumer<byte[], byte[]> consumer,
            String topic,
            String origin,
            Map<Checkpoint, List<NoteSignature>> cosigned) {
        read(consumer, topic, (key, value) -> {
            if (key.equals(LedgerFeed.ANSWER + keys.department())
                    && Answer.parse(value) instanceof Answer.Cosigned answer
                    && answer.cosigned().checkpoint().origin().equals(origin)) {
                cosigned.computeIfAbsent(answer.cosigned().checkpoint(), any -> new ArrayList<>())
                        .addAll(answer.cosigned().note().signatures());
            }
        });
    }

    /** The ledger's own signature is made again: it is the same under every tree of the same text. */
    private Optional<SignedCheckpoint> largest(String origin, Map<Checkpoint, List<NoteSignature>> cosigned) {
        LogSigner log = keys.log(origin);
        TrustPolicy policy = keys.policy();
        List<SignedCheckpoint> largestFirst = cosigned.entrySet().stream()
                .map(each -> with(log.sign(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(
                                (SignedCheckpoint each) -> each.checkpoint().size())
                        .reversed())
                .toList();
        return largestFirst.stream()
                .filter(each -> policy.check(each) instanceof Trust.Trusted)
                .findFirst()
                .or(() -> largestFirst.stream().findFirst());
    }

    private static SignedCheckpoint with(SignedCheckpoint signed, List<NoteSignature> cosignatures) {
        SignedCheckpoint all = signed;
        Map<String, NoteSignature> latest = new TreeMap<>();
        cosignatures.forEach(signature -> latest.put(signature.name(), signature));
        for (NoteSignature signature : latest.values()) {
            all = all.with(signature);
        }
        return all;
    }

    private static void read(Consumer<byte[], byte[]> consumer, String topic, BiConsumer<String, byte[]> record) {
        TopicPartition part = new TopicPartition(topic, 0);
        consumer.assign(List.of(part));
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(part)).get(part));
        consumer.seekToBeginning(List.of(part));
        while (consumer.position(part) < end) {
            for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                if (each.key() != null && each.value() != null) {
                    taken(record, new String(each.key(), StandardCharsets.UTF_8), each.value());
                }
            }
        }
    }

    /** What cannot be read says nothing, whoever wrote it. */
    private static void taken(BiConsumer<String, byte[]> record, String key, byte[] value) {
        try {
            record.accept(key, value);
        } catch (IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("key", key)
                    .addKeyValue("cause", e.getMessage())
                    .log("a record is passed over");
        }
    }
}
