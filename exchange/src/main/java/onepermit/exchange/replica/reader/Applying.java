package onepermit.exchange.replica.reader;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Applies a batch and moves its offsets in one transaction: both or neither, and never twice. */
final class Applying {
    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;
    private final ReplicaSettings settings;
    private final Offsets offsets;
    private final Replica replica;
    private final Parking parking;
    private final ReaderMetrics metrics;
    private final ReadPoint.Listener point;
    private final Runnable agreements;

    /** @param agreements called once agreements have come */
    Applying(
            JdbcOperations jdbc,
            TransactionOperations transaction,
            ReplicaSettings settings,
            Offsets offsets,
            ReaderMetrics metrics,
            ReadPoint.Listener point,
            Runnable agreements) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.offsets = offsets;
        this.replica = new Replica(jdbc);
        this.parking = new Parking(jdbc);
        this.metrics = metrics;
        this.point = point;
        this.agreements = agreements;
    }

    /** @return false if another reader has claimed a partition of the batch; nothing was applied */
    boolean apply(Batch batch) {
        Boolean applied = transaction.execute(status -> {
            boolean done = inTransaction(batch);
            if (!done) {
                status.setRollbackOnly();
            }
            point.passed(ReadPoint.APPLIED_NOT_COMMITTED);
            return done;
        });
        point.passed(ReadPoint.COMMITTED);
        if (batch.bringsAgreements()) {
            agreements.run();
        }
        return Boolean.TRUE.equals(applied);
    }

    /** For a caller that has a transaction of its own. The offsets come first: their row locks keep two readers, and a replay, apart. */
    boolean inTransaction(Batch batch) {
        bound();
        if (!offsets.advance(batch.advances())) {
            return false;
        }
        Batch.Sorted sorted = batch.sorted(parking.persons());
        long jumped = replica.write(sorted.facts().sorted());
        if (!sorted.parked().isEmpty()) {
            parking.park(sorted.parked());
        }
        metrics.applied(sorted, jumped);
        return true;
    }

    /** A reader that falls asleep in its transaction would hold its locks against the next one. */
    void bound() {
        jdbc.execute("SET LOCAL transaction_timeout = "
                + settings.transactionTimeout().toMillis() + "; SET LOCAL lock_timeout = "
                + settings.lockTimeout().toMillis());
    }
}
