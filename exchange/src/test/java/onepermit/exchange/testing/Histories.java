package onepermit.exchange.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.permit.v1.HukouFact;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells a history what a topic holds; the division of a hukou fact is the content of a change. */
public final class Histories {
    private Histories() {}

    /** Reads the whole topic of a pair, and says what is wrong with the history. */
    public static List<String> violations(History history, Pair pair) {
        try (TopicReader reader = new TopicReader(pair.kafka(), pair.topic(), 4)) {
            saw(history, reader.readToEnd());
        }
        return history.violations();
    }

    public static void saw(History history, Collection<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(record -> {
            Optional<RecordKey> key =
                    RecordKey.isWatermark(record.key()) ? Optional.empty() : RecordKey.read(record.key());
            key.ifPresent(fact -> history.saw(
                    fact.person().hex(),
                    FactHeaders.read(record.headers()).orElseThrow().version(),
                    content(record)));
        });
    }

    private static String content(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null
                    ? "erased"
                    : HukouFact.parseFrom(record.value()).getDivision();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
