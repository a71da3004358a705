package onepermit.permit.settlement;

import onepermit.exchange.claim.Findings;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.rpc.Etag;
import org.springframework.stereotype.Component;

/** Records what officers found on claims and records. */
@Component
public class ReviewSettlement {
    private final RuleSets rules;
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;

    ReviewSettlement(RuleSets rules, SettlementIntakes intakes, SettlementFilings filings) {
        this.rules = rules;
        this.intakes = intakes;
        this.filings = filings;
    }

    /**
     * @param filing as the caller may see it
     * @param findings beside those of before
     */
    public SettlementFiling review(SettlementFiling filing, String etag, Findings findings) {
        Etag.require(etag, filing.version());
        if (filing.closed()) {
            throw SettlementRefusals.refused("FILING_SETTLED", "number", "the filing is settled or disqualified");
        }
        SettlementIntake intake = intakes.find(filing.city(), filing.year()).orElseThrow();
        Findings found = findings.after(filing.findings());
        rules.inForce(SettlementRules.USE, filing.city(), intake.reckonedOn())
                .map(SettlementRules::new)
                .ifPresent(table -> table.claims().check(filing.claims(), found));
        SettlementFiling reviewed = filing.reviewed(found);
        filings.save(reviewed);
        return reviewed;
    }
}
