package onepermit.exchange.publication.relay;

import java.time.Instant;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/** A change waiting to be sent; a null payload erases. */
@SuppressWarnings("ArrayRecordComponent") // the bytes travel as they are; rows are not compared
record OutboxRow(
        long seq,
        PersonKey person,
        String dataset,
        String factId,
        String type,
        int incarnation,
        long version,
        byte @Nullable [] payload,
        @Nullable String traceparent,
        int hop,
        Instant changedAt) {}
