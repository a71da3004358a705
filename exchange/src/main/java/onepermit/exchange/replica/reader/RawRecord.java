package onepermit.exchange.replica.reader;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record as it came, or as it was parked. */
@SuppressWarnings("ArrayRecordComponent") // the bytes travel as they are
record RawRecord(int part, long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(record.partition(), record.offset(), record.key(), record.value(), record.headers());
    }
}
