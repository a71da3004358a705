package onepermit.permit.filing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import onepermit.exchange.access.Caller;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.application.CheckApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reviews again what waits for a department's evidence, as of the day it was handed in, so that nobody need come back because a department was
 * away. It can be stopped anywhere: what is found is stored only if the application has not changed meanwhile.
 */
@Component
class AwaitedEvidence extends Loop {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitedEvidence.class);
    private static final Caller ITSELF = new Caller("permit-service", "service", "permit", null, "permit-service");
    private static final int PAGE = 100;

    private final Filings filings;
    private final ReviewApplication review;
    private final Decisions decisions;
    private final OwnerTransaction transaction;
    private final HandInApplication applications;
    private final Duration every;

    AwaitedEvidence(
            Filings filings,
            ReviewApplication review,
            Decisions decisions,
            OwnerTransaction transaction,
            HandInApplication applications,
            @Value("${onepermit.applications.review-every:PT20S}") Duration every) {
        super("awaited-evidence", every);
        this.filings = filings;
        this.review = review;
        this.decisions = decisions;
        this.transaction = transaction;
        this.applications = applications;
        this.every = every;
    }

    @Override
    protected void turn() throws InterruptedException {
        rest(every);
        List<FiledApplication> page = filings.waiting("", PAGE);
        while (goesOn() && !page.isEmpty()) {
            page.forEach(this::tried);
            page = filings.waiting(page.getLast().id(), PAGE);
        }
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.atWarn().setCause(e).log("applications.review.failed");
    }

    /** One that cannot be reviewed keeps none of the others waiting. */
    private void tried(FiledApplication application) {
        try {
            reviewAgain(application);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("application", application.id())
                    .setCause(e)
                    .log("application.review.failed");
        }
    }

    private void reviewAgain(FiledApplication application) {
        RequestContext context = RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_PERMIT_APPLICATION)
                .setCaseRef(application.id())
                .build();
        LocalDate on = Objects.requireNonNull(application.standing().handedInOn());
        Review found = review.review(application, List.of(), on, context);
        if (found.awaits()) {
            return;
        }
        Look look = new Look(
                ITSELF,
                context,
                "onepermit.permit.v1.PermitApplicationService/Submit",
                application.filing().persons(),
                CheckApplication.DATASETS);
        Decision recorded = decisions.answer(
                found.checked().decision(), look, application.filing().division());
        transaction.run(
                application.filing().persons(),
                () -> applications.reviewedAgain(application, found.recorded(recorded), on));
    }
}
