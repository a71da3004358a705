package onepermit.exchange.rpc;

import java.util.List;
import java.util.stream.Stream;

/** Carries a {@link Refusal} out of a call; has no stack trace, since it is an answer and not a fault. */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public RefusalException(Refusal refusal) {
        this(refusal, List.of());
    }

    /** @param others further fields of the same request that are wrong; the first refusal gives code and reason */
    public RefusalException(Refusal refusal, List<Refusal> others) {
        super(refusal.reason() + ": " + refusal.text(), null, false, false);
        this.refusals = Stream.concat(Stream.of(refusal), others.stream()).toList();
    }

    public Refusal refusal() {
        return refusals.getFirst();
    }

    /** The refusal and whatever else is wrong with the same request. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
