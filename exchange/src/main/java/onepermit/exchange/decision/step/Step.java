package onepermit.exchange.decision.step;

/** One node of a compiled expression. */
@FunctionalInterface
public interface Step {
    /** The value of what hangs on an unknown variable. */
    Object UNKNOWN = Unknown.UNKNOWN;

    /**
     * The value, or {@link #UNKNOWN}.
     *
     * @throws RuntimeException when steps cannot tell: the rule is wrong for these values, or they are of a kind steps do not know.
     *     Which of both it is says the CEL runtime, asked for the whole expression.
     */
    Object run(Frame frame);

    /** A type of its own, so that it equals no value. */
    enum Unknown {
        UNKNOWN
    }
}
