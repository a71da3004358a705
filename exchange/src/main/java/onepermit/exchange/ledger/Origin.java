package onepermit.exchange.ledger;

/**
 * A name under which leaves are signed. Leaves are stored under indexes that go on through all origins; in a tree and in receipts each origin
 * counts from 0.
 *
 * @param name as receipts and checkpoints give it, e.g. {@code onepermit/education} or {@code onepermit/education/2}
 * @param first stored index of its leaf 0
 * @param end stored index of the first leaf that is not its own any more; {@link Long#MAX_VALUE} while it goes on
 */
public record Origin(String name, long first, long end) {

    /** That of a department whose history is whole. */
    public static Origin whole(String department) {
        return new Origin(Ledger.origin(department), 0, Long.MAX_VALUE);
    }

    boolean holds(long stored) {
        return first <= stored && stored < end;
    }
}
