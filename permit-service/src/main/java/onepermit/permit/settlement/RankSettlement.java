package onepermit.permit.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.settlement.SettlementIntake.Ranked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ranks the filings of an intake. An indicator that outweighs the others more than the rules allow raises an alarm. */
@Component
public class RankSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(RankSettlement.class);

    private final RuleSets rules;
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;
    private final MeterRegistry meters;
    private final Clock clock;

    RankSettlement(
            RuleSets rules, SettlementIntakes intakes, SettlementFilings filings, MeterRegistry meters, Clock clock) {
        this.rules = rules;
        this.intakes = intakes;
        this.filings = filings;
        this.meters = meters;
        this.clock = clock;
    }

    public SettlementIntake rank(DivisionCode city, int year) {
        SettlementIntake intake = intakes.findForUpdate(city, year)
                .orElseThrow(() -> SettlementRefusals.refused("INTAKE_UNKNOWN", "year", "no intake of that year"));
        if (intake.cutOff().isPresent()) {
            throw SettlementRefusals.cutOffFixed();
        }
        if (!LocalDate.now(clock).isAfter(intake.closes())) {
            throw SettlementRefusals.refused(
                    "FILING_OPEN", "year", "filings are taken to the end of " + intake.closes());
        }
        List<SettlementFiling> all = filings.ofIntake(city, year);
        long unsettled = all.stream().filter(filing -> !filing.closed()).count();
        if (unsettled > 0) {
            throw SettlementRefusals.refused(
                    "FILINGS_UNSETTLED", "year", unsettled + " filings wait for a review or for a final decision");
        }
        SettlementRanking ranking = SettlementRanking.of(all);
        filings.rank(city, year, ranking.ranks());
        SettlementIntake ranked = intake.ranked(ranked(intake, ranking));
        intakes.save(ranked);
        return ranked;
    }

    private Ranked ranked(SettlementIntake intake, SettlementRanking ranking) {
        int most = rules.inForce(SettlementRules.USE, intake.city(), intake.reckonedOn())
                .map(SettlementRules::new)
                .orElseThrow()
                .mostSharePercent();
        List<IndicatorShare> dominant = ranking.dominant(Map.of(), most);
        dominant.forEach(this::alarm);
        TreeSet<String> labels = new TreeSet<>();
        int scale = 0;
        for (SettlementRanking.Line line : ranking.lines()) {
            var settled = line.filing().settled().orElseThrow();
            labels.addAll(settled.labels());
            scale = settled.pointScale();
        }
        return new Ranked(scale, dominant, List.copyOf(labels));
    }

    private void alarm(IndicatorShare share) {
        meters.counter("onepermit.settlement.dominant", "indicator", share.indicator())
                .increment();
        LOG.atWarn()
                .addKeyValue("indicator", share.indicator())
                .addKeyValue("percent", share.percent())
                .addKeyValue("most", share.most())
                .log("settlement.dominant");
    }
}
