package onepermit.permit.settlement;

import io.grpc.Status.Code;
import java.time.LocalDate;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Opens the intake of a year. */
@Component
public class OpenIntake {
    private final RuleSets rules;
    private final SettlementIntakes intakes;

    OpenIntake(RuleSets rules, SettlementIntakes intakes) {
        this.rules = rules;
        this.intakes = intakes;
    }

    public SettlementIntake open(
            DivisionCode city, LocalDate opens, LocalDate closes, LocalDate reckonedOn, int quota) {
        if (!CityOrCounty.of(city).equals(city)) {
            throw invalid("NOT_A_CITY", "division", "expected the city or county, not a district of it");
        }
        if (closes.isBefore(opens) || closes.getYear() != opens.getYear()) {
            throw invalid("DATE_ORDER", "closes", "expected a day from " + opens + " on, in the same year");
        }
        if (reckonedOn.getYear() != opens.getYear()) {
            throw invalid("DATE_ORDER", "reckoned_on", "expected a day of " + opens.getYear());
        }
        boolean byPoints = rules.inForce(SettlementRules.USE, city, reckonedOn)
                .map(SettlementRules::new)
                .filter(SettlementRules::byPoints)
                .isPresent();
        if (!byPoints) {
            throw SettlementRefusals.refused(
                    "SETTLEMENT_NOT_BY_POINTS",
                    "reckoned_on",
                    "no table of points for settlement is in force in " + city.value() + " on " + reckonedOn);
        }
        SettlementIntake intake = SettlementIntake.opened(city, opens, closes, reckonedOn, quota);
        if (!intakes.add(intake)) {
            throw new RefusalException(new Refusal(
                    Code.ALREADY_EXISTS, "INTAKE_EXISTS", "opens", "the city has an intake of " + intake.year()));
        }
        return intake;
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }
}
