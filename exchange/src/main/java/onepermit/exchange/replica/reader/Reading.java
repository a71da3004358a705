package onepermit.exchange.replica.reader;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.wire.FactHeaders;
import onepermit.exchange.publication.wire.RecordKey;
import onepermit.exchange.v1.Watermark;

/** Makes out what a record is. It comes from outside, so nothing in it is believed before it is checked. */
final class Reading {
    /** Beyond this a time is a mistake, and the database could not keep it. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final PayloadTypes payloads;
    private final Copies copies;

    Reading(PayloadTypes payloads, Copies copies) {
        this.payloads = payloads;
        this.copies = copies;
    }

    Arrival read(Dataset dataset, RawRecord record) {
        if (RecordKey.isWatermark(record.key())) {
            return watermark(record);
        }
        Optional<RecordKey> key = RecordKey.read(record.key());
        if (key.isEmpty()) {
            return new Arrival.Unusable(Optional.empty(), Arrival.Reason.UNREADABLE_KEY);
        }
        return fact(dataset, key.get(), record);
    }

    private Arrival fact(Dataset dataset, RecordKey key, RawRecord record) {
        Optional<FactHeaders> headers = FactHeaders.read(record.headers());
        if (headers.isEmpty()) {
            return unusable(key, Arrival.Reason.MISSING_VERSION);
        }
        if (!plausible(dataset, key, headers.get(), record.part())) {
            return unusable(key, Arrival.Reason.INVALID);
        }
        byte[] payload = record.value();
        if (payload != null && !payloads.readable(dataset, payload)) {
            return unusable(key, Arrival.Reason.UNREADABLE_PAYLOAD);
        }
        FactHeaders header = headers.get();
        byte[] held = payload == null ? null : copies.held(dataset, payload);
        return new Arrival.Fact(
                key.person(), key.factId(), header.incarnation(), header.version(), held, header.time());
    }

    /**
     * Said by the owner, about a version there can be, on the partition where this person's order is kept, and nothing in it that
     * the database refuses: one such record would stop everybody.
     */
    private static boolean plausible(Dataset dataset, RecordKey key, FactHeaders header, int part) {
        return header.incarnation() >= 1
                && header.version() >= 1
                && storable(header.time())
                && key.factId().indexOf('\0') < 0
                && header.source().equals(new Department(dataset.owner()).source())
                && key.person().partition(dataset.partitions()) == part;
    }

    private static Arrival watermark(RawRecord record) {
        byte[] value = record.value();
        if (value == null) {
            return new Arrival.Unusable(Optional.empty(), Arrival.Reason.UNREADABLE_PAYLOAD);
        }
        try {
            Watermark watermark = Watermark.parseFrom(value);
            List<PersonKey> stopped = watermark.getStoppedList().stream()
                    .map(key -> PersonKey.of(key.toByteArray()))
                    .toList();
            Instant time = Instant.ofEpochSecond(
                    watermark.getTime().getSeconds(), watermark.getTime().getNanos());
            return storable(time)
                    ? new Arrival.Complete(new Offsets.Horizon(time, stopped, watermark.getTopicId()))
                    : new Arrival.Unusable(Optional.empty(), Arrival.Reason.INVALID);
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
            return new Arrival.Unusable(Optional.empty(), Arrival.Reason.UNREADABLE_PAYLOAD);
        }
    }

    private static boolean storable(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(END_OF_TIME);
    }

    private static Arrival unusable(RecordKey key, Arrival.Reason reason) {
        return new Arrival.Unusable(Optional.of(key.person()), reason);
    }
}
