package onepermit.exchange.replica.reader;

import java.time.Instant;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
sealed interface Arrival {

    /** A fact, or with a null payload its erasure. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes travel as they are
    record Fact(PersonKey person, String factId, int incarnation, long version, byte @Nullable [] payload, Instant asOf)
            implements Arrival {

        boolean newerThan(Fact other) {
            return incarnation > other.incarnation || incarnation == other.incarnation && version > other.version;
        }
    }

    /** The owner's word that nothing older is missing. */
    record Complete(Offsets.Horizon horizon) implements Arrival {}

    /**
     * Something that cannot be applied.
     *
     * @param person whose it is, if that much could be read
     */
    record Unusable(Optional<PersonKey> person, Reason reason) implements Arrival {}

    /** Why a record is parked; stable words. */
    enum Reason {
        UNREADABLE_KEY,
        UNREADABLE_PAYLOAD,
        MISSING_VERSION,
        INVALID,
        PERSON_PARKED
    }
}
