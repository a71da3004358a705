package onepermit.permit.filing;

import onepermit.permit.permit.Grant;
import onepermit.permit.permit.IssueListener;
import onepermit.permit.permit.ResidencePermit;
import org.springframework.stereotype.Component;

/** An application ends when the permit it asked for is issued, whichever way the office issues it. */
@Component
class ApplicationOfPermit implements IssueListener {
    private final Filings filings;

    ApplicationOfPermit(Filings filings) {
        this.filings = filings;
    }

    @Override
    public void issued(Grant grant, ResidencePermit permit) {
        filings.acceptedOn(grant.decisionId())
                .ifPresent(application ->
                        filings.update(application.now(application.standing().issued(permit.number()))));
    }
}
