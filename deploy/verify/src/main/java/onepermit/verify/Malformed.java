package onepermit.verify;

/** Input that is not of its format, so that nothing can be told of it. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }
}
