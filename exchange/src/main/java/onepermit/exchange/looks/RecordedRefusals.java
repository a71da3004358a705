package onepermit.exchange.looks;

import io.micrometer.core.instrument.MeterRegistry;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.RefusedAttempts;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;

/**
 * Writes refused attempts into the ledger. A refusal does not wait for a ledger that is away: it goes out all the same, and
 * {@code onepermit_looks_refusals_unrecorded_total} counts it.
 */
final class RecordedRefusals implements RefusedAttempts {
    private final Ledger ledger;
    private final MeterRegistry meters;

    RecordedRefusals(Ledger ledger, MeterRegistry meters) {
        this.ledger = ledger;
        this.meters = meters;
    }

    @Override
    public void refused(Caller caller, String method, RequestContext context, String reason) {
        try {
            ledger.append(Look.refused(caller, context, method, reason));
        } catch (RefusalException e) {
            meters.counter("onepermit.looks.refusals.unrecorded").increment();
        }
    }
}
