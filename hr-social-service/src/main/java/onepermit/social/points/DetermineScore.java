package onepermit.social.points;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.decision.OfficerActs;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fixes a score on a final decision about the filing as it stands, and publishes whether the standard is reached. */
@Component
public class DetermineScore {
    private final Facts facts;
    private final Filings filings;
    private final FixedScores scores;
    private final DecisionTable decisions;
    private final OfficerActs acts;
    private final HolderPermits permits;
    private final ScorePublication publication;

    DetermineScore(
            Facts facts,
            Filings filings,
            FixedScores scores,
            DecisionTable decisions,
            OfficerActs acts,
            HolderPermits permits,
            ScorePublication publication) {
        this.facts = facts;
        this.filings = filings;
        this.scores = scores;
        this.decisions = decisions;
        this.acts = acts;
        this.permits = permits;
        this.publication = publication;
    }

    /**
     * @param filing as the caller may see it
     * @param on day on which it is fixed
     */
    @Transactional
    public FixedScore determine(Filing filing, String etag, String decisionId, LocalDate on, RequestContext context) {
        facts.lockPersons(Set.of(filing.person()));
        Filing current = filings.find(filing.id()).orElse(filing);
        Etag.require(etag, current.version());
        Decision decision = decided(current, decisionId);
        acts.requireStanding(decisionId);
        PermitRecord permit = permits.require(current, LocalDate.parse(decision.getEvaluationDate()), context);
        FixedScore score = new FixedScore(
                current.person(),
                current.division(),
                current.id(),
                decisionId,
                points(decision),
                decision.getOutcome() == Outcome.OUTCOME_ELIGIBLE,
                on,
                permit.lastDay(),
                permit.version());
        scores.save(score);
        filings.save(current.determined(on));
        publication.determined(score);
        return score;
    }

    /** A decision about somebody else, or about the filing before it changed, looks like none. */
    private Decision decided(Filing filing, String id) {
        if (!filing.open() || filing.acceptance().isEmpty()) {
            throw refused("FILING_NOT_ACCEPTED", "filing_id", "the filing is not accepted, or determined already");
        }
        Decision decision = decisions
                .find(id, false)
                .map(Stored::decision)
                .filter(stored -> isAbout(filing, stored))
                .orElseThrow(() -> refused(
                        "DECISION_UNKNOWN", "decision_id", "no decision of this id on this filing as it stands"));
        if (decision.getFinality() != Finality.FINALITY_FINAL) {
            throw refused(
                    "DECISION_NOT_FINAL",
                    "decision_id",
                    "the decision is " + decision.getOutcome() + ", " + decision.getFinality()
                            + "; a refusal is to be confirmed first, and an expired or synthetic rule set fixes no score");
        }
        return decision;
    }

    private static boolean isAbout(Filing filing, Decision decision) {
        return decision.getEvidenceList().stream()
                .anyMatch(evidence -> evidence.getDataset().equals(FilingCase.CLAIMS)
                        && evidence.getFactId().equals(filing.id())
                        && evidence.getVersion() == filing.version());
    }

    private static OptionalInt points(Decision decision) {
        return decision.getResult().hasPoints()
                ? OptionalInt.of(decision.getResult().getPoints())
                : OptionalInt.empty();
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
