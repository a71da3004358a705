package onepermit.exchange.atrest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sealed columns of a department. Each says how SQL writes a row's identity, so that rows can be sealed anew. */
public final class SealedColumns {
    private final DataKeys keys;
    private final List<Known> known = new CopyOnWriteArrayList<>();

    SealedColumns(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * @param identity expression over the table's columns that gives the same text as the identity handed to {@link SealedColumn#seal}
     */
    public SealedColumn column(String table, String column, String identity) {
        SealedColumn sealed = new SealedColumn(keys, table, column);
        known.add(new Known(sealed, table, column, identity));
        return sealed;
    }

    List<Known> known() {
        return List.copyOf(known);
    }

    /** A column and where it is. */
    record Known(SealedColumn sealed, String table, String column, String identity) {}
}
