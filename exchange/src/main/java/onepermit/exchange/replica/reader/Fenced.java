package onepermit.exchange.replica.reader;

/** Another reader has claimed a partition of ours: what we hold is old, and we begin anew. */
final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fenced(String message) {
        super(message);
    }
}
