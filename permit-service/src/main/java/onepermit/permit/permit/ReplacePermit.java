package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Gives a damaged or lost card anew, inside the owner's transaction: another number, the same dates (Decree 663 art. 11). */
@Component
public final class ReplacePermit {
    private final HeldPermits held;
    private final Permits permits;
    private final RecordPermits record;

    ReplacePermit(HeldPermits held, Permits permits, RecordPermits record) {
        this.held = held;
        this.permits = permits;
        this.record = record;
    }

    /** @param why REPLACED or LOST */
    public ResidencePermit replace(PersonKey person, EndingReason why, LocalDate on) {
        ResidencePermit old = held.require(person);
        if (held.statusToday(old) == PermitStatus.CANCELLED) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "PERMIT_CANCELLED", "citizen_id", "the permit has ended; apply for a new one"));
        }
        if (on.isBefore(old.issuedOn())) {
            throw new RefusalException(
                    Refusal.invalid("DATE_ORDER", "replaced_on", on + " is before the issue on " + old.issuedOn()));
        }
        ResidencePermit card = old.numbered(permits.nextNumber(old.division(), on.getYear()));
        permits.record(List.of(old.ended(Ending.byRecord(on, why))));
        return record.one(PermitEvent.PERMIT_REPLACED, card);
    }
}
