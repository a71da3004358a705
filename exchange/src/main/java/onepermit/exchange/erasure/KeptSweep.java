package onepermit.exchange.erasure;

import java.time.Duration;
import onepermit.exchange.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Erases what a statute has kept of erased persons, once its time is over. */
final class KeptSweep extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSweep.class);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Erasures erasures;
    private final TransactionOperations transactions;

    KeptSweep(Erasures erasures, TransactionOperations transactions) {
        super("erasure-kept", HOURLY);
        this.erasures = erasures;
        this.transactions = transactions;
    }

    @Override
    protected void turn() throws InterruptedException {
        erasures.due().forEach(person -> transactions.executeWithoutResult(status -> erasures.eraseKept(person)));
        rest(HOURLY);
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.warn("erasure.kept.trouble again_in={} cause={}", HOURLY, e.toString());
    }
}
