package onepermit.permit.settlement;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.claim.PointRange;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Decides a filing as of the reckoning day of its intake, or a person's case as of a day, by the rules in force then. */
@Component
public class ScoreSettlement {
    /** What a filing's claims and findings are called as evidence. */
    static final String CLAIMS = "settlement.claims";

    private static final String OWN = "permit";
    private static final PendingEvidence NOT_CONFIRMED = PendingEvidence.newBuilder()
            .setDataset(CLAIMS)
            .setSource(OWN)
            .setCause("NOT_CONFIRMED")
            .build();

    private final RuleSets rules;
    private final SettlerFacts facts;
    private final SettlementIntakes intakes;

    ScoreSettlement(RuleSets rules, SettlerFacts facts, SettlementIntakes intakes) {
        this.rules = rules;
        this.facts = facts;
        this.intakes = intakes;
    }

    /** @param citizen of the filing's person */
    public SettlementSheet score(SettlementFiling filing, CitizenId citizen, RequestContext context) {
        if (!filing.reviewed()) {
            throw SettlementRefusals.refused(
                    "FILING_NOT_REVIEWED", "number", "claims and records are to be reviewed first");
        }
        LocalDate on = intakes.find(filing.city(), filing.year()).orElseThrow().reckonedOn();
        Settler settler = new Settler(
                filing.person(),
                citizen.birthDate(),
                citizen.sex(),
                filing.division(),
                on,
                Settler.Study.of(filing.claims(), filing.findings()));
        return sheet(settler, context, Optional.of(filing));
    }

    /** By the size of the city; nothing is claimed. */
    public Decision check(
            CitizenId citizen, PersonKey person, DivisionCode division, LocalDate on, RequestContext context) {
        Settler settler =
                new Settler(person, citizen.birthDate(), citizen.sex(), division, on, Optional.of(Settler.Study.NONE));
        rules.inForce(SettlementRules.USE, settler.city(), on)
                .map(SettlementRules::new)
                .filter(SettlementRules::byPoints)
                .ifPresent(table -> {
                    throw SettlementRefusals.refused(
                            "SETTLEMENT_BY_POINTS",
                            "division",
                            "a table of points is in force on " + on + "; expected a filing in an intake");
                });
        return sheet(settler, context, Optional.empty()).decision();
    }

    private SettlementSheet sheet(Settler settler, RequestContext context, Optional<SettlementFiling> filing) {
        return rules.inForce(SettlementRules.USE, settler.city(), settler.on())
                .map(SettlementRules::new)
                .map(table -> sheet(table, settler.division(), settler.on(), words(table, settler, context, filing)))
                .orElseGet(() -> none(settler.division(), settler.on()));
    }

    private ClaimWords words(
            SettlementRules table, Settler settler, RequestContext context, Optional<SettlementFiling> filing) {
        ClaimWords words = new ClaimWords();
        words.known("applicant.born", settler.born());
        words.known("applicant.sex", settler.sex().name());
        facts.tell(words, settler, table, context);
        filing.ifPresent(claimed -> table.claims()
                .tell(words, claimed.claims(), claimed.findings(), words.evidence(evidence(claimed)), NOT_CONFIRMED));
        return words;
    }

    static SettlementSheet none(DivisionCode division, LocalDate on) {
        return new SettlementSheet(RuleEngine.noRule(on, division, SettlementRules.USE), Optional.empty());
    }

    static SettlementSheet sheet(SettlementRules table, DivisionCode division, LocalDate on, ClaimWords words) {
        Decision decision = RuleEngine.decide(table.set(), on, division, words.facts());
        return new SettlementSheet(
                decision,
                table.byPoints()
                        ? PointRange.of(table.claims(), division, on, words, decision.getOutcome())
                        : Optional.empty());
    }

    private static Evidence evidence(SettlementFiling filing) {
        return Evidence.newBuilder()
                .setDataset(CLAIMS)
                .setSource(OWN)
                .setSubject("applicant")
                .setFactId(filing.number())
                .setVersion(filing.version())
                .setOrigin("OWN")
                .setValue(filing.findings().size() + " findings of officers")
                .setValueZh("工作人员核实" + filing.findings().size() + "项")
                .build();
    }
}
