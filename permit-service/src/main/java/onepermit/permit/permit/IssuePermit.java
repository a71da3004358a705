package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Issues a permit on a decision, inside the owner's transaction. */
@Component
public final class IssuePermit {
    private final Grants grants;
    private final Permits permits;
    private final LapseRules lapses;
    private final RecordPermits record;
    private final List<IssueListener> listeners;

    IssuePermit(
            Grants grants, Permits permits, LapseRules lapses, RecordPermits record, List<IssueListener> listeners) {
        this.grants = grants;
        this.permits = permits;
        this.lapses = lapses;
        this.record = record;
        this.listeners = listeners;
    }

    /**
     * What the decision allows; refused when it allows nothing.
     *
     * @param own whether a decision that names these divisions is one that the officer may know of
     */
    public Grant granted(PersonKey person, String decisionId, Predicate<Collection<DivisionCode>> own) {
        return grants.require(person, decisionId, own);
    }

    public ResidencePermit issue(PersonKey person, Grant grant, LocalDate on) {
        if (on.isBefore(grant.decidedFor())) {
            throw refused("DATE_ORDER", "issued_on", on + " is before the day of application " + grant.decidedFor());
        }
        permits.current(person).ifPresent(held -> requireEnded(held, on));
        String number = permits.nextNumber(grant.division(), on.getYear());
        ResidencePermit issued =
                record.one(PermitEvent.PERMIT_ISSUED, ResidencePermit.issued(person, number, grant.division(), on));
        listeners.forEach(listener -> listener.issued(grant, issued));
        return issued;
    }

    private void requireEnded(ResidencePermit held, LocalDate on) {
        switch (held.status(on, lapses.of(held.division()))) {
            case ACTIVE -> throw refused("PERMIT_ALREADY_VALID", "citizen_id", "a permit of this person is valid");
            case SUSPENDED ->
                throw refused("PERMIT_SUSPENDED", "citizen_id", "a permit waits for its late endorsement; use Endorse");
            case CANCELLED -> {}
        }
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
