package onepermit.permit.settlement;

import java.time.LocalDate;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import org.springframework.stereotype.Component;

/** Estimates from what somebody tells of oneself. It is about nobody on record, and nothing of it is stored. */
@Component
public class EstimateSettlement {
    private static final String LABEL = "ESTIMATE";
    private static final String NONE = "NONE";

    private final RuleSets rules;

    EstimateSettlement(RuleSets rules) {
        this.rules = rules;
    }

    /** What is told: months in a row, and of these those of the study that is claimed. */
    public record Told(
            DivisionCode division,
            LocalDate born,
            Sex sex,
            LocalDate on,
            int insured,
            int insuredInStudy,
            int owned,
            int other,
            boolean permit,
            boolean job,
            Claims claims) {}

    public SettlementSheet of(Told told) {
        return labelled(rules.inForce(SettlementRules.USE, CityOrCounty.of(told.division), told.on)
                .map(SettlementRules::new)
                .map(table -> ScoreSettlement.sheet(table, told.division, told.on, words(told, table)))
                .orElseGet(() -> ScoreSettlement.none(told.division, told.on)));
    }

    private static ClaimWords words(Told told, SettlementRules table) {
        ClaimWords words = new ClaimWords();
        table.claims().readTold(told.claims).forEach(words::known);
        words.known("applicant.born", told.born);
        words.known("applicant.sex", told.sex.name());
        words.known("permit.state", told.permit ? "ACTIVE" : NONE);
        words.known("si.months", told.insured);
        words.known("si.inStudy", told.insuredInStudy);
        words.known("job.kind", told.job ? "EMPLOYED" : NONE);
        words.known("dwelling.kind", told.owned > 0 ? "OWNED" : told.other > 0 ? "REGISTERED_LEASE" : NONE);
        words.known("dwelling.ownedMonths", told.owned);
        words.known("dwelling.otherMonths", told.other);
        words.known("dwelling.ownedInStudy", 0);
        words.known("dwelling.otherInStudy", 0);
        words.known("tax.months36", 0);
        return words;
    }

    private static SettlementSheet labelled(SettlementSheet sheet) {
        Decision estimate = sheet.decision().toBuilder()
                .addLabels(LABEL)
                .setFinality(Finality.FINALITY_PROPOSED)
                .build();
        return new SettlementSheet(estimate, sheet.range());
    }
}
