package onepermit.exchange.publication.wire;

import java.time.Duration;
import java.time.Instant;

/** How long the topics of datasets keep what was replaced or erased, as their owner makes them. */
public final class TopicTimes {
    /** A segment that is written to is closed after this; an open one is not compacted. */
    public static final Duration SEGMENT = Duration.ofHours(1);

    /** A closed segment is compacted at the latest after this. */
    public static final Duration COMPACTED_WITHIN = Duration.ofHours(24);

    /** A tombstone stays for this after it was compacted; who is away longer may miss an erasure. */
    public static final Duration TOMBSTONES = Duration.ofDays(7);

    private TopicTimes() {}

    /** Until when a record is on the topic, at the latest, once a newer one of its key was written. */
    public static Instant replaced(Instant newer) {
        return newer.plus(SEGMENT).plus(COMPACTED_WITHIN);
    }

    /** Until when a tombstone is on the topic, at the latest: compacted once, kept, and compacted again. */
    public static Instant tombstone(Instant written) {
        return replaced(written).plus(TOMBSTONES).plus(COMPACTED_WITHIN);
    }
}
