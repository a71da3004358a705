package onepermit.exchange.load.grpc;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;

/** A kind of file whose store can be held up and let go again. */
final class Numbers implements ImportKind<Long> {
    final AtomicLong stored = new AtomicLong();
    final Semaphore mayStore = new Semaphore(0);

    @Override
    public String name() {
        return "number";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("number", "数", "any"), Column.optional("note", "备注", "any"));
    }

    @Override
    public Long read(Row row) {
        return row.integer("number", 0, Long.MAX_VALUE);
    }

    @Override
    public void store(List<Long> batch) {
        mayStore.acquireUninterruptibly();
        stored.addAndGet(batch.size());
    }
}
