package onepermit.permit.filing;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.ResidencePermit;
import org.springframework.stereotype.Component;

/** Opens an application, inside the owner's transaction that has locked the applicant. */
@Component
public final class OpenApplication {
    private final Filings filings;
    private final HeldPermits held;
    private final Clock clock;

    OpenApplication(Filings filings, HeldPermits held, Clock clock) {
        this.filings = filings;
        this.held = held;
        this.clock = clock;
    }

    public FiledApplication open(Filing filing) {
        PersonKey person = filing.applicant().key();
        filings.openOf(person).ifPresent(open -> {
            throw new RefusalException(Refusal.alreadyExists(
                    "APPLICATION_OPEN",
                    "citizen_id",
                    "an application of this person is under way; go on with it or withdraw it"));
        });
        held.of(person).ifPresent(this::requireEnded);
        FiledApplication opened = new FiledApplication(
                filings.nextId(filing.division(), LocalDate.now(clock).getYear()), 1, filing, Standing.draft());
        filings.add(opened);
        return opened;
    }

    private void requireEnded(ResidencePermit permit) {
        switch (held.statusToday(permit)) {
            case ACTIVE -> throw refused("PERMIT_ALREADY_VALID", "a permit of this person is valid");
            case SUSPENDED ->
                throw refused("PERMIT_SUSPENDED", "a permit waits for its late endorsement; no application is needed");
            case CANCELLED -> {}
        }
    }

    private static RefusalException refused(String reason, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, "citizen_id", text));
    }
}
