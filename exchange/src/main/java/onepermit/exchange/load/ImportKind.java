package onepermit.exchange.load;

import java.util.List;

/**
 * One kind of file a department takes, e.g. {@code contribution}. A bean of this type is all that a department writes.
 *
 * @param <R> a line, read and checked
 */
public interface ImportKind<R> {

    /** Stable name of the kind. */
    String name();

    /** The columns, in the order in which they are documented. */
    List<Column> columns();

    /**
     * Reads one line. A bad value is refused by {@link Row} with its column; other refusals are made with
     * {@link Row#refused}.
     */
    R read(Row row);

    /**
     * Stores a batch in one transaction: all lines or none. The same lines again change nothing. A line that does not
     * fit what is stored may be refused with a {@link onepermit.exchange.rpc.RefusalException}: the batch is then
     * stored in halves until that line stands alone.
     */
    void store(List<R> batch);
}
