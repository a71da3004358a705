package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.Objects;
import onepermit.exchange.decision.OfficerActs;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.application.CheckApplication;
import onepermit.permit.application.Due;
import onepermit.permit.application.DueDates;
import onepermit.permit.permit.Grant;
import onepermit.permit.permit.IssuePermit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer does to an application, inside the owner's transaction: the machine's decision is settled with it. */
@Component
public final class DecideApplication {
    private final HandInApplication applications;
    private final Filings filings;
    private final OfficerActs acts;
    private final IssuePermit issue;
    private final RuleSets rules;
    private final DueDates due;

    DecideApplication(
            HandInApplication applications,
            Filings filings,
            OfficerActs acts,
            IssuePermit issue,
            RuleSets rules,
            DueDates due) {
        this.applications = applications;
        this.filings = filings;
        this.acts = acts;
        this.issue = issue;
        this.rules = rules;
        this.due = due;
    }

    public FiledApplication accept(String id, String etag, Ruling ruling) {
        FiledApplication waiting = waiting(id, etag, ruling);
        acts.accept(decision(waiting), ruling.reason(), ruling.article());
        return applications.changed(
                waiting.now(waiting.standing().accepted(ruling, issueDue(waiting.filing(), ruling.on()))));
    }

    public FiledApplication refuse(String id, String etag, Ruling ruling) {
        FiledApplication waiting = waiting(id, etag, ruling);
        acts.refuse(decision(waiting), ruling.reason(), ruling.article());
        return applications.changed(waiting.now(waiting.standing().refused(ruling)));
    }

    /** The permit's own book tells the application that it is issued, see {@link ApplicationOfPermit}. */
    public FiledApplication issue(String id, String etag, LocalDate on) {
        FiledApplication accepted = applications.current(id, etag);
        if (accepted.state() != FilingState.ACCEPTED) {
            throw HandInApplication.state(accepted, "a permit is issued of an accepted one");
        }
        LocalDate since = Objects.requireNonNull(accepted.standing().acceptedOn());
        HandInApplication.requireNotBefore("decided_on", on, since);
        issue.issue(
                accepted.filing().applicant().key(),
                new Grant(decision(accepted), accepted.filing().division(), since),
                on);
        return filings.find(id).orElseThrow();
    }

    private FiledApplication waiting(String id, String etag, Ruling ruling) {
        FiledApplication application = applications.current(id, etag);
        if (application.state() != FilingState.NEEDS_REVIEW) {
            throw HandInApplication.state(application, "an officer decides one that waits for an officer");
        }
        HandInApplication.requireNotBefore(
                "decided_on",
                ruling.on(),
                Objects.requireNonNull(application.standing().handedInOn()));
        requireSaid("reason", ruling.reason());
        requireSaid("article", ruling.article());
        return application;
    }

    private static void requireSaid(String field, String text) {
        if (text.isBlank()) {
            throw new RefusalException(Refusal.invalid(
                    "RULING_UNREASONED", field, "an officer's decision has a reason and an article; expected both"));
        }
    }

    private static String decision(FiledApplication application) {
        return Objects.requireNonNull(application.standing().decisionId());
    }

    private @Nullable Due issueDue(Filing filing, LocalDate on) {
        return rules.inForce(CheckApplication.USE, filing.division(), on)
                .map(inForce -> due.issue(inForce, on))
                .orElse(null);
    }
}
