package onepermit.permit.permit;

import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Cancels what a person holds, inside the owner's transaction. */
@Component
public final class CancelPermits {
    private final Permits permits;
    private final RecordPermits record;

    CancelPermits(Permits permits, RecordPermits record) {
        this.permits = permits;
        this.record = record;
    }

    /** Nothing when there is none, or it has ended before. */
    public Optional<ResidencePermit> of(PersonKey person, Ending ending) {
        return permits.current(person)
                .filter(permit -> permit.ending() == null)
                .map(permit -> record.one(PermitEvent.PERMIT_CANCELLED, permit.ended(ending)));
    }

    /** An officer's act: there is one to end. */
    public ResidencePermit require(PersonKey person, Ending ending) {
        permits.current(person)
                .filter(permit -> ending.on().isBefore(permit.issuedOn()))
                .ifPresent(permit -> {
                    throw new RefusalException(Refusal.invalid(
                            "DATE_ORDER",
                            "cancelled_on",
                            ending.on() + " is before the issue on " + permit.issuedOn()));
                });
        return of(person, ending)
                .orElseThrow(() -> new RefusalException(
                        Refusal.failedPrecondition("PERMIT_CANCELLED", "citizen_id", "the permit has ended before")));
    }
}
