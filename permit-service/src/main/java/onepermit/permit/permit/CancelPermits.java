package onepermit.permit.permit;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;
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

    public void of(PersonKey person, LocalDate on) {
        permits.current(person)
                .filter(permit -> permit.cancelledOn() == null)
                .ifPresent(permit -> record.one(PermitEvent.PERMIT_CANCELLED, permit.cancelled(on)));
    }
}
