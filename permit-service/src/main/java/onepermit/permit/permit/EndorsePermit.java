package onepermit.permit.permit;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** Endorses a permit for another year, inside the owner's transaction. */
@Component
public final class EndorsePermit {
    private final HeldPermits held;
    private final LapseRules lapses;
    private final RecordPermits record;

    EndorsePermit(HeldPermits held, LapseRules lapses, RecordPermits record) {
        this.held = held;
        this.lapses = lapses;
        this.record = record;
    }

    public ResidencePermit endorse(PersonKey person, LocalDate on) {
        ResidencePermit permit = held.require(person);
        LapseRule lapse = lapses.of(permit.division());
        PermitEvent event = permit.status(on, lapse) == PermitStatus.SUSPENDED
                ? PermitEvent.PERMIT_RESTORED
                : PermitEvent.PERMIT_ENDORSED;
        return record.one(event, permit.endorsed(on, lapse));
    }
}
