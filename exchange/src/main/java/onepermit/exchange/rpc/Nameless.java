package onepermit.exchange.rpc;

/**
 * A fault without its message. Messages of databases and parsers hold the values they choked on, and those may be
 * personal; the classes and the places are enough to find the bug.
 */
final class Nameless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Nameless(Throwable thrown, Throwable cause) {
        super(thrown.getClass().getName(), cause, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    static Nameless of(Throwable thrown) {
        return of(thrown, 0);
    }

    @SuppressWarnings("NullAway") // a cause may be null
    private static Nameless of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return new Nameless(thrown, cause == null || depth > 5 ? null : of(cause, depth + 1));
    }
}
