package onepermit.exchange.looks;

import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.rpc.CallDeadline;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Every answer about a person passes the ledger, so this is where too many are slowed and then stopped. A stopped look is recorded as well. */
final class GuardedLedger implements Ledger {
    private static final byte[] NO_ANSWER = {};

    private final Ledger ledger;
    private final LookGuard guard;
    private final Mandated mandated;
    private final LookAlarms alarms;
    private final Duration slowness;

    GuardedLedger(Ledger ledger, LookGuard guard, Mandated mandated, LookAlarms alarms, Duration slowness) {
        this.ledger = ledger;
        this.guard = guard;
        this.mandated = mandated;
        this.alarms = alarms;
        this.slowness = slowness;
    }

    @Override
    public Receipt append(Look look, Optional<Attached> together) {
        requireMandate(look);
        Verdict verdict = guard.judge(look);
        if (verdict.kind() == Verdict.Kind.STOPPED) {
            alarms.raise("STOPPED", verdict.because(), look, ledger.append(look.answered(NO_ANSWER)));
            throw stopped(verdict);
        }
        if (verdict.kind() == Verdict.Kind.SLOWED) {
            alarms.slowed(verdict.because());
            slow();
        }
        Receipt receipt = ledger.append(look, together);
        if (guard.isHoney(look)) {
            alarms.raise("HONEY", "person", look, receipt);
        }
        return receipt;
    }

    private void requireMandate(Look look) {
        try {
            if (!look.mandate().isEmpty()) {
                mandated.require(look);
            } else if (guard.needsMandate(look)) {
                throw mandateNeeded();
            }
        } catch (RefusalException refused) {
            alarms.unmandated(refused.refusal().reason());
            ledger.append(look.under("").answered(NO_ANSWER));
            throw refused;
        }
    }

    /** Never so long that the caller has hung up. */
    private void slow() {
        long half = CallDeadline.remaining().map(left -> left.toNanos() / 2).orElse(Long.MAX_VALUE);
        LockSupport.parkNanos(Math.min(slowness.toNanos(), half));
    }

    private RefusalException mandateNeeded() {
        return new RefusalException(Refusal.failedPrecondition(
                "MANDATE_NEEDED",
                "mandate_id",
                "an officer asks about " + guard.batch()
                        + " different persons a day in batches; for more, bring the list"
                        + " (RequestMandate), let a supervisor of the division approve it and name it in each line"));
    }

    private static RefusalException stopped(Verdict verdict) {
        String text = verdict.because().equals("QUOTA")
                ? "this organisation asks for more persons a second than its quota; ask again more slowly"
                : "too many different persons today by this " + verdict.because() + "; supervision has been told";
        return new RefusalException(new Refusal(Status.Code.RESOURCE_EXHAUSTED, "TOO_MANY_LOOKS", "", text));
    }
}
