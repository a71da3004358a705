package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Again;
import onepermit.exchange.redecision.Redecidable;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.application.CheckApplication;
import org.springframework.stereotype.Component;

/**
 * Decides an application again when a fact has changed, as of the day it was handed in. What was accepted, issued or refused stands; what waits for
 * evidence is {@link AwaitedEvidence}'s.
 */
@Component
class RedecideApplication implements Redecidable {
    static final String KIND = "permit-application";
    private static final Caller ITSELF = new Caller("permit-service", "service", "permit", null, "permit-service");
    private static final String METHOD = "onepermit.permit.v1.PermitApplicationService/Submit";

    private final Filings filings;
    private final ReviewApplication review;
    private final HandInApplication applications;

    RedecideApplication(Filings filings, ReviewApplication review, HandInApplication applications) {
        this.filings = filings;
        this.review = review;
        this.applications = applications;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Again> again(String id, String decision) {
        return filings.find(id)
                .filter(found -> decision.equals(found.standing().decisionId()))
                .filter(found -> watched(found.state()))
                .map(this::decided);
    }

    private Again decided(FiledApplication application) {
        RequestContext context = RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_PERMIT_APPLICATION)
                .setCaseRef(application.id())
                .build();
        LocalDate on = Objects.requireNonNull(application.standing().handedInOn());
        Review found = review.review(application, List.of(), on, context);
        return new Again(
                found.checked().decision(),
                confirmed(application.state()),
                application.filing().division(),
                new Look(ITSELF, context, METHOD, application.filing().persons(), CheckApplication.DATASETS),
                recorded -> applications.decidedAgain(application, found.recorded(recorded), on));
    }

    private static boolean watched(FilingState state) {
        return switch (state) {
            case RETURNED, NEEDS_REVIEW, ACCEPTED, ISSUED, REFUSED -> true;
            case DRAFT, SUBMITTED, WITHDRAWN -> false;
        };
    }

    private static boolean confirmed(FilingState state) {
        return switch (state) {
            case ACCEPTED, ISSUED, REFUSED -> true;
            case DRAFT, SUBMITTED, RETURNED, NEEDS_REVIEW, WITHDRAWN -> false;
        };
    }
}
