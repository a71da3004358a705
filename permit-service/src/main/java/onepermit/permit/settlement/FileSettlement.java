package onepermit.permit.settlement;

import io.grpc.Status.Code;
import java.time.LocalDate;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.filing.InsuredStaff;
import org.springframework.stereotype.Component;

/** Files as an employer asks, in an intake that is open. */
@Component
public class FileSettlement {
    /** Length of a unified social credit code. */
    private static final int CODE = 18;

    private final RuleSets rules;
    private final SettlementIntakes intakes;
    private final SettlementFilings filings;

    FileSettlement(RuleSets rules, SettlementIntakes intakes, SettlementFilings filings) {
        this.rules = rules;
        this.intakes = intakes;
        this.filings = filings;
    }

    /**
     * Who files for whom.
     *
     * @param employer unified social credit code
     * @param staff whether it insures the person
     */
    public record Asked(
            PersonKey person,
            DivisionCode division,
            String employer,
            InsuredStaff.Answer staff,
            LocalDate on,
            Claims claims) {}

    public SettlementFiling file(Asked asked) {
        DivisionCode city = CityOrCounty.of(asked.division);
        SettlementIntake intake = intakes.findForUpdate(city, asked.on.getYear())
                .filter(open -> open.takesFilingsOn(asked.on) && open.cutOff().isEmpty())
                .orElseThrow(() -> SettlementRefusals.refused(
                        "SETTLEMENT_NOT_OPEN",
                        "filed_on",
                        "no intake of " + city.value() + " takes filings on " + asked.on));
        requireStaff(asked);
        SettlementRules table = rules.inForce(SettlementRules.USE, city, intake.reckonedOn())
                .map(SettlementRules::new)
                .orElseThrow(() -> SettlementRefusals.refused(
                        "SETTLEMENT_NOT_BY_POINTS", "division", "no table is in force on " + intake.reckonedOn()));
        table.claims().readDeclared(asked.claims);
        requireNoBan(asked, city);
        filings.of(asked.person, city, intake.year()).ifPresent(filed -> {
            throw SettlementRefusals.refused("FILED_ALREADY", "citizen_id", "one filing a person and year");
        });
        SettlementFiling filing = SettlementFiling.filed(
                filings.nextNumber(city, intake.year()),
                asked.person,
                intake,
                asked.division,
                asked.employer,
                asked.on,
                asked.claims);
        filings.save(filing);
        intake.ranked().ifPresent(before -> intakes.save(intake.unranked()));
        return filing;
    }

    private void requireNoBan(Asked asked, DivisionCode city) {
        filings.bannedUntil(asked.person, city).filter(asked.on::isBefore).ifPresent(until -> {
            throw SettlementRefusals.refused(
                    "FRAUD_BAN",
                    "citizen_id",
                    "papers of an earlier filing were false; expected " + until + " or later");
        });
    }

    private static void requireStaff(Asked asked) {
        if (asked.employer.length() != CODE) {
            throw new RefusalException(Refusal.invalid(
                    "EMPLOYER_MISSING",
                    "employer",
                    "expected the employer's social credit code of " + CODE + " characters"));
        }
        switch (asked.staff) {
            case STAFF -> {}
            case NOT_STAFF ->
                throw new RefusalException(new Refusal(
                        Code.PERMISSION_DENIED,
                        "NOT_INSURED_BY_EMPLOYER",
                        "employer",
                        "an employer files for its own insured staff only"));
            case UNKNOWN ->
                throw new RefusalException(new Refusal(
                        Code.UNAVAILABLE,
                        "EMPLOYMENT_UNKNOWN",
                        "employer",
                        "social security has not been heard of; try again"));
        }
    }
}
