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
        return record.one(PermitEvent.PERMIT_ENDORSED, permit.endorsed(on, lapses.of(permit.division())));
    }
}
