package onepermit.exchange.decision.step;

/** What steps leave to the CEL runtime. It is part of the way, not a fault, and so carries no stack trace. */
final class NotForSteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotForSteps(String what) {
        super(what, null, false, false);
    }
}
