package onepermit.exchange.publication.watch;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.Optional;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.Watermark;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the topic as a watcher sees it.
 *
 * @param fact the fact, if it is one
 * @param watermark the time, if it is a watermark under which nobody is stopped
 */
record Entry(int part, long offset, int size, Optional<FactRecord> fact, Optional<Instant> watermark) {

    static Entry of(ConsumerRecord<byte[], byte[]> record) {
        return new Entry(
                record.partition(),
                record.offset(),
                record.serializedKeySize() + Math.max(0, record.serializedValueSize()) + 200,
                factOf(record),
                watermarkOf(record));
    }

    private static Optional<FactRecord> factOf(ConsumerRecord<byte[], byte[]> record) {
        if (RecordKey.isWatermark(record.key())) {
            return Optional.empty();
        }
        return RecordKey.read(record.key())
                .flatMap(key -> FactHeaders.read(record.headers()).map(headers -> fact(key, headers, record)));
    }

    private static FactRecord fact(RecordKey key, FactHeaders headers, ConsumerRecord<byte[], byte[]> record) {
        byte[] payload = record.value();
        return FactRecord.newBuilder()
                .setPerson(UnsafeByteOperations.unsafeWrap(key.person().bytes()))
                .setFactId(key.factId())
                .setType(headers.type())
                .setIncarnation(headers.incarnation())
                .setVersion(headers.version())
                .setPayload(payload == null ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(payload))
                .setDeleted(payload == null)
                .setTime(timestamp(headers.time()))
                .build();
    }

    private static Optional<Instant> watermarkOf(ConsumerRecord<byte[], byte[]> record) {
        if (!RecordKey.isWatermark(record.key()) || record.value() == null) {
            return Optional.empty();
        }
        try {
            Watermark watermark = Watermark.parseFrom(record.value());
            Timestamp time = watermark.getTime();
            return watermark.getStoppedCount() > 0
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
