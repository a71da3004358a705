package onepermit.permit.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.settlement.SettlementFiling.Settled;
import org.springframework.stereotype.Component;

/** Ranks an intake by other weights of its indicators. Nothing of it is stored. */
@Component
public class SimulateRanking {
    private static final int WHOLE = 100;

    private final RuleSets rules;
    private final ReadSettlements read;
    private final SettlementFilings filings;

    SimulateRanking(RuleSets rules, ReadSettlements read, SettlementFilings filings) {
        this.rules = rules;
        this.read = read;
        this.filings = filings;
    }

    /** A rank that would change. */
    public record Shift(String number, int before, int after) {}

    /** What other weights would do. */
    public record Simulated(List<Shift> shifts, List<IndicatorShare> dominant) {}

    /** @param percent by indicator, of what the table gives; one that is not named keeps its own */
    public Simulated simulate(DivisionCode city, int year, Map<String, Integer> percent) {
        SettlementIntake intake = read.intake(city, year);
        List<SettlementFiling> inRanking = filings.ofIntake(city, year).stream()
                .filter(SettlementFiling::inRanking)
                .toList();
        requireKnown(inRanking, percent.keySet());
        SettlementRanking then = SettlementRanking.of(inRanking, filing -> weighed(filing, percent));
        Map<String, Integer> now = SettlementRanking.of(inRanking).ranks();
        int most = rules.inForce(SettlementRules.USE, city, intake.reckonedOn())
                .map(SettlementRules::new)
                .orElseThrow()
                .mostSharePercent();
        return new Simulated(
                then.lines().stream()
                        .map(line -> new Shift(
                                line.filing().number(),
                                now.getOrDefault(line.filing().number(), 0),
                                line.rank()))
                        .filter(shift -> shift.before() != shift.after())
                        .toList(),
                then.dominant(percent, most));
    }

    /** In hundredths, so that nothing is rounded. */
    private static long weighed(SettlementFiling filing, Map<String, Integer> percent) {
        return filing.settled().map(Settled::byIndicator).orElse(Map.of()).entrySet().stream()
                .mapToLong(of -> (long) of.getValue() * percent.getOrDefault(of.getKey(), WHOLE))
                .sum();
    }

    private static void requireKnown(List<SettlementFiling> filings, Set<String> indicators) {
        Set<String> known = filings.stream()
                .flatMap(filing -> filing.settled().stream())
                .flatMap(settled -> settled.byIndicator().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!filings.isEmpty() && !known.containsAll(indicators)) {
            throw new RefusalException(
                    Refusal.invalid("INDICATOR_UNKNOWN", "weights", "expected indicators of " + known));
        }
    }
}
