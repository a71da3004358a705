package onepermit.exchange.looks;

import io.micrometer.core.instrument.MeterRegistry;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.ledger.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells supervision. The log names the leaf and nobody: who it was and at whom stands in the ledger.
 *
 * <ul>
 *   <li>{@code onepermit_looks_alarms_total{kind,by}}: HONEY, STOPPED; by officer, case, organisation, QUOTA
 *   <li>{@code onepermit_looks_slowed_total{by}}
 *   <li>{@code onepermit_looks_unmandated_total{reason}}: lines of batches refused for want of a mandate
 * </ul>
 */
final class LookAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(LookAlarms.class);

    private final MeterRegistry meters;

    LookAlarms(MeterRegistry meters) {
        this.meters = meters;
    }

    void raise(String kind, String by, Look look, Receipt leaf) {
        meters.counter("onepermit.looks.alarms", "kind", kind, "by", by).increment();
        LOG.warn(
                "look.alarm kind={} by={} role={} method={} ledger={} leaf={}",
                kind,
                by,
                look.caller().role(),
                look.method(),
                leaf.origin(),
                leaf.index());
    }

    void unmandated(String reason) {
        meters.counter("onepermit.looks.unmandated", "reason", reason).increment();
    }

    void slowed(String by) {
        meters.counter("onepermit.looks.slowed", "by", by).increment();
    }
}
