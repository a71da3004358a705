package onepermit.exchange.erasure;

import java.time.Instant;
import java.util.Optional;

/**
 * What is left of a person in one place.
 *
 * @param place e.g. {@code table residence_period}
 * @param count rows or records
 * @param until when it goes by itself, or how long a statute keeps it
 */
public record Trace(String place, State state, long count, Optional<Instant> until) {

    /** What becomes of it. */
    public enum State {
        ABSENT,
        PENDING,
        KEPT,
        PRESENT
    }

    static Trace of(String place, long count) {
        return new Trace(place, count == 0 ? State.ABSENT : State.PRESENT, count, Optional.empty());
    }

    /** Goes by itself. */
    static Trace passing(String place, long count) {
        return new Trace(place, count == 0 ? State.ABSENT : State.PENDING, count, Optional.empty());
    }

    static Trace passing(String place, long count, Instant until) {
        return count == 0 ? of(place, 0) : new Trace(place, State.PENDING, count, Optional.of(until));
    }

    static Trace kept(String place, long count, Instant until) {
        return count == 0 ? of(place, 0) : new Trace(place, State.KEPT, count, Optional.of(until));
    }
}
