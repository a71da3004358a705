package onepermit.permit.settlement;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.settlement.SettlementIntake.CutOff;
import org.springframework.stereotype.Component;

/** Fixes the score from which on people settle. Those of equal points settle together: the quota may be passed by them, and by nobody else. */
@Component
public class FixCutOff {
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;
    private final Clock clock;

    FixCutOff(SettlementIntakes intakes, SettlementFilings filings, Clock clock) {
        this.intakes = intakes;
        this.filings = filings;
        this.clock = clock;
    }

    /** @param points in the ranking's parts of a point */
    public SettlementIntake fix(DivisionCode city, int year, int points, String etag) {
        SettlementIntake intake = intakes.findForUpdate(city, year)
                .orElseThrow(() -> SettlementRefusals.refused("INTAKE_UNKNOWN", "year", "no intake of that year"));
        if (intake.cutOff().isPresent()) {
            throw SettlementRefusals.cutOffFixed();
        }
        if (intake.ranked().isEmpty()) {
            throw SettlementRefusals.refused("NOT_RANKED", "year", "the filings are to be ranked as they stand first");
        }
        Etag.require(etag, intake.version());
        int above = SettlementRanking.of(filings.ofIntake(city, year)).above(points);
        if (above >= intake.quota()) {
            throw SettlementRefusals.refused(
                    "QUOTA_EXCEEDED",
                    "points",
                    above + " filings have more than that, and the quota is " + intake.quota()
                            + "; expected a score that fewer than " + intake.quota() + " pass");
        }
        SettlementIntake fixed = intake.cutOff(new CutOff(points, LocalDate.now(clock)));
        intakes.save(fixed);
        return fixed;
    }
}
