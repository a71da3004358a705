package onepermit.permit.settlement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.permit.settlement.SettlementFiling.Settled;
import org.springframework.stereotype.Component;

/** Settles a filing on a final decision about it as it stands. */
@Component
public class DetermineSettlement {
    private static final String INDICATOR = "indicator.";

    private final SettlementIntakes intakes;
    private final SettlementFilings filings;
    private final DecisionTable decisions;

    DetermineSettlement(SettlementIntakes intakes, SettlementFilings filings, DecisionTable decisions) {
        this.intakes = intakes;
        this.filings = filings;
        this.decisions = decisions;
    }

    /** @param filing as the caller may see it */
    public SettlementFiling determine(SettlementFiling filing, String etag, String decisionId) {
        Etag.require(etag, filing.version());
        if (filing.closed()) {
            throw SettlementRefusals.refused("FILING_SETTLED", "number", "the filing is settled or disqualified");
        }
        SettlementIntake intake =
                intakes.findForUpdate(filing.city(), filing.year()).orElseThrow();
        if (intake.cutOff().isPresent()) {
            throw SettlementRefusals.cutOffFixed();
        }
        Decision decision = decided(filing, decisionId);
        SettlementFiling settled = filing.settled(new Settled(
                decisionId,
                decision.getOutcome() == Outcome.OUTCOME_ELIGIBLE,
                decision.getResult().getPoints(),
                decision.getResult().getPointScale(),
                byIndicator(decision),
                List.copyOf(decision.getLabelsList())));
        filings.save(settled);
        intake.ranked().ifPresent(before -> intakes.save(intake.unranked()));
        return settled;
    }

    /** A decision about somebody else, or about the filing before it changed, looks like none. */
    private Decision decided(SettlementFiling filing, String id) {
        Decision decision = decisions
                .find(id, false)
                .map(Stored::decision)
                .filter(stored -> isAbout(filing, stored))
                .orElseThrow(() -> SettlementRefusals.refused(
                        "DECISION_UNKNOWN", "decision_id", "no decision of this id on this filing as it stands"));
        if (decision.getFinality() != Finality.FINALITY_FINAL) {
            throw SettlementRefusals.refused(
                    "DECISION_NOT_FINAL",
                    "decision_id",
                    "the decision is " + decision.getOutcome() + ", " + decision.getFinality()
                            + "; a refusal is to be confirmed first, and an expired or synthetic rule set settles nothing");
        }
        return decision;
    }

    private static boolean isAbout(SettlementFiling filing, Decision decision) {
        return decision.getEvidenceList().stream()
                .anyMatch(evidence -> evidence.getDataset().equals(ScoreSettlement.CLAIMS)
                        && evidence.getFactId().equals(filing.number())
                        && evidence.getVersion() == filing.version());
    }

    private static Map<String, Integer> byIndicator(Decision decision) {
        return decision.getCriteriaList().stream()
                .filter(line -> line.getId().startsWith(INDICATOR))
                .collect(Collectors.toMap(Criterion::getId, Criterion::getPoints));
    }
}
