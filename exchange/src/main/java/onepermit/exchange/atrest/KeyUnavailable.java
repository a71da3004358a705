package onepermit.exchange.atrest;

/** A key is not where it should be, or does not open what it should. Nothing is read or written in the clear instead. */
public final class KeyUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyUnavailable(String message) {
        super(message);
    }

    public KeyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
