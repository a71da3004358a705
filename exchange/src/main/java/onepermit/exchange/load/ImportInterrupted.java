package onepermit.exchange.load;

/** The database did not take a batch. What was confirmed stays; the same file can be brought in again. */
public final class ImportInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long accepted;
    private final long confirmed;

    ImportInterrupted(long accepted, long confirmed, RuntimeException cause) {
        super(cause);
        this.accepted = accepted;
        this.confirmed = confirmed;
    }

    /** Lines stored. */
    public long accepted() {
        return accepted;
    }

    /** Lines stored or answered as rejected. */
    public long confirmed() {
        return confirmed;
    }
}
