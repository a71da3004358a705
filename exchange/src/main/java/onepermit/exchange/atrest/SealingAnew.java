package onepermit.exchange.atrest;

import java.time.Duration;
import java.util.List;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Follows the keys while the service works: data keys are wrapped under the current master key, and fields that are in the clear or under an
 * older data key are sealed under the newest, some rows at a time.
 */
final class SealingAnew extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(SealingAnew.class);
    private static final int PAGES = 16;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DataKeys keys;
    private final SealedColumns columns;
    private final Duration interval;
    private int done;

    SealingAnew(
            JdbcClient jdbc,
            TransactionOperations transaction,
            DataKeys keys,
            SealedColumns columns,
            Duration interval) {
        super("sealing-anew", interval);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.columns = columns;
        this.interval = interval;
    }

    /** All rows are looked through once for each data key. */
    @Override
    protected void turn() throws InterruptedException {
        keys.wrapAnew();
        DataKey newest = keys.newest();
        if (done != newest.number()) {
            columns.known().forEach(column -> seal(column, newest));
            if (goesOn()) {
                done = newest.number();
            }
        }
        rest(interval);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("at_rest.trouble again_in={} cause={}", interval, e.toString());
    }

    /** Again until a pass finds nothing: rows that somebody held are skipped, and changed rows go to the end. */
    private void seal(SealedColumns.Known column, DataKey newest) {
        long rows = 0;
        long found = 1;
        while (goesOn() && found > 0) {
            found = pass(column, newest);
            rows += found;
        }
        if (rows > 0) {
            LOG.info("at_rest.sealed table={} column={} rows={}", column.table(), column.column(), rows);
        }
    }

    private long pass(SealedColumns.Known column, DataKey newest) {
        long pages = jdbc.sql("SELECT pg_relation_size(?::regclass) / current_setting('block_size')::int")
                .param(column.table())
                .query(Long.class)
                .single();
        long rows = 0;
        for (long page = 0; page <= pages && goesOn(); page += PAGES) {
            long first = page;
            Integer piece = transaction.execute(status -> sealPages(column, newest, first));
            rows += piece == null ? 0 : piece;
        }
        return rows;
    }

    private int sealPages(SealedColumns.Known column, DataKey newest, long first) {
        List<Row> rows = jdbc.sql("""
                SELECT ctid::text, %s, %s FROM %s WHERE ctid >= ?::tid AND ctid < ?::tid
                    AND %2$s IS NOT NULL AND substr(%2$s, 1, 6) <> ? FOR UPDATE SKIP LOCKED""".formatted(column.identity(), column.column(), column.table()))
                .params("(%d,0)".formatted(first), "(%d,0)".formatted(first + PAGES), SealedColumn.beginning(newest))
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
        if (!rows.isEmpty()) {
            jdbc.sql(
                            "UPDATE %s t SET %s = v.sealed FROM unnest(?::text[], ?::bytea[]) AS v (at, sealed) WHERE t.ctid = v.at::tid"
                                    .formatted(column.table(), column.column()))
                    .param(rows.stream().map(Row::at).toArray(String[]::new))
                    .param(rows.stream()
                            .map(row -> column.sealed()
                                    .seal(row.identity(), column.sealed().open(row.identity(), row.stored())))
                            .toArray(byte[][]::new))
                    .update();
        }
        return rows.size();
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one statement
    private record Row(String at, String identity, byte[] stored) {}
}
