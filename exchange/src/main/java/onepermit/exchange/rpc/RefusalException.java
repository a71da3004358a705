package onepermit.exchange.rpc;

/** Carries a {@link Refusal} out of a call; has no stack trace, since it is an answer and not a fault. */
public final class RefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusalException(Refusal refusal) {
        super(refusal.reason() + ": " + refusal.text(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
