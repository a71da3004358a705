package onepermit.social.points;

import java.time.LocalDate;
import java.util.Set;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a filing whose claims are verified; from then on run the working days to the score. */
@Component
public class AcceptPoints {
    private final Facts facts;
    private final Filings filings;
    private final Scoring scoring;
    private final WorkingDays calendar;

    AcceptPoints(Facts facts, Filings filings, Scoring scoring, WorkingDays calendar) {
        this.facts = facts;
        this.filings = filings;
        this.scoring = scoring;
        this.calendar = calendar;
    }

    /**
     * @param filing as the caller may see it
     * @param findings beside those of before, which a confirmation has
     */
    @Transactional
    public Filing accept(Filing filing, String etag, Findings findings, LocalDate on) {
        facts.lockPersons(Set.of(filing.person()));
        Filing current = filings.find(filing.id()).orElse(filing);
        Etag.require(etag, current.version());
        requireFiled(current, on);
        PointsRules table = scoring.inForce(current.division(), on)
                .orElseThrow(
                        () -> refused("NO_RULE_IN_FORCE", "accepted_on", "no rule set on points is in force on " + on));
        Findings found = findings.after(current.findings());
        table.claims().check(current.claims(), found);
        Filing accepted = current.accepted(found, new Filing.Acceptance(on, calendar.after(on, table.workingDays())));
        filings.save(accepted);
        return accepted;
    }

    private static void requireFiled(Filing filing, LocalDate on) {
        if (!filing.open() || filing.acceptance().isPresent()) {
            throw refused("FILING_NOT_FILED", "filing_id", "the filing is accepted already");
        }
        if (on.isBefore(filing.filedOn())) {
            throw refused("DATE_ORDER", "accepted_on", on + " is before the day of filing " + filing.filedOn());
        }
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
