package onepermit.permit.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.statistics.StatisticSource;
import onepermit.exchange.statistics.Tally;
import onepermit.permit.permit.LapseRules;
import org.springframework.stereotype.Component;

/** {@code permit.holders}: who holds a permit that was issued and has neither been cancelled nor lapsed. */
@Component
class HolderStatistics implements StatisticSource {
    private static final String HOLDERS = "permit.holders";

    private final HolderCounts counts;
    private final LapseRules lapses;

    HolderStatistics(HolderCounts counts, LapseRules lapses) {
        this.counts = counts;
        this.lapses = lapses;
    }

    @Override
    public Set<String> definitions() {
        return Set.of(HOLDERS);
    }

    @Override
    public Map<DivisionCode, Tally> count(String definition, DivisionCode within, LocalDate on) {
        Map<DivisionCode, Tally> tallies = new HashMap<>();
        for (DivisionCode division : counts.issuingIn(within)) {
            long holders = counts.holders(division, on, lapses.of(division).stillStanding(on));
            if (holders > 0) {
                tallies.put(division, new Tally(holders, 0));
            }
        }
        return tallies;
    }
}
