package onepermit.permit.settlement;

import java.time.LocalDate;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.settlement.SettlementFiling.Disqualified;
import org.springframework.stereotype.Component;

/** Disqualifies a filing for false papers: an officer's act, and the person may not file again for as long as the rules say. */
@Component
public class DisqualifySettlement {
    private final RuleSets rules;
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;

    DisqualifySettlement(RuleSets rules, SettlementIntakes intakes, SettlementFilings filings) {
        this.rules = rules;
        this.intakes = intakes;
        this.filings = filings;
    }

    /**
     * What the officer says.
     *
     * @param officer subject of the token
     */
    public record Act(LocalDate on, String officer, String explanation, String article) {}

    /** @param filing as the caller may see it */
    public SettlementFiling disqualify(SettlementFiling filing, String etag, Act act) {
        Etag.require(etag, filing.version());
        if (filing.disqualified().isPresent()) {
            throw SettlementRefusals.refused("FILING_DISQUALIFIED", "number", "the filing is disqualified already");
        }
        if (act.on.isBefore(filing.filedOn())) {
            throw SettlementRefusals.refused(
                    "DATE_ORDER", "disqualified_on", "expected the day of filing " + filing.filedOn() + " or later");
        }
        SettlementIntake intake =
                intakes.findForUpdate(filing.city(), filing.year()).orElseThrow();
        int years = rules.inForce(SettlementRules.USE, filing.city(), intake.reckonedOn())
                .map(SettlementRules::new)
                .orElseThrow()
                .fraudBanYears();
        SettlementFiling disqualified = filing.disqualified(
                new Disqualified(act.on, act.on.plusYears(years), act.officer, act.explanation, act.article));
        filings.save(disqualified);
        if (intake.ranked().isPresent() && intake.cutOff().isEmpty()) {
            intakes.save(intake.unranked());
        }
        return disqualified;
    }
}
