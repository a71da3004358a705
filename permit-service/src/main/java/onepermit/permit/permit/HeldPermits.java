package onepermit.permit.permit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The permit a person holds, and its status today. */
@Component
public final class HeldPermits {
    private final Permits permits;
    private final LapseRules lapses;
    private final Clock clock;

    HeldPermits(Permits permits, LapseRules lapses, Clock clock) {
        this.permits = permits;
        this.lapses = lapses;
        this.clock = clock;
    }

    public Optional<ResidencePermit> of(PersonKey person) {
        return permits.current(person);
    }

    public ResidencePermit require(PersonKey person) {
        return of(person).orElseThrow(HeldPermits::notFound);
    }

    public static RefusalException notFound() {
        return new RefusalException(Refusal.notFound(
                "PERMIT_NOT_FOUND", "citizen_id", "no permit of this person in the caller's division"));
    }

    public PermitStatus statusToday(ResidencePermit permit) {
        return permit.status(LocalDate.now(clock), lapses.of(permit.division()));
    }

    public @Nullable LocalDate lapsesOn(ResidencePermit permit) {
        return permit.lapsesOn(lapses.of(permit.division()));
    }
}
