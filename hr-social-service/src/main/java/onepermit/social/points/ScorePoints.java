package onepermit.social.points;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.employment.EmploymentRecords;
import org.springframework.stereotype.Component;

/** Scores an accepted filing as of the day of acceptance. */
@Component
public class ScorePoints {
    private final Scoring scoring;
    private final PointsReadings readings;
    private final ContributionLedger ledger;
    private final EmploymentRecords contracts;

    ScorePoints(Scoring scoring, PointsReadings readings, ContributionLedger ledger, EmploymentRecords contracts) {
        this.scoring = scoring;
        this.readings = readings;
        this.ledger = ledger;
        this.contracts = contracts;
    }

    /** @param born birth date of the filing's person */
    public Sheet score(Filing filing, LocalDate born, RequestContext context) {
        LocalDate on = filing.acceptance()
                .map(Filing.Acceptance::on)
                .orElseThrow(() -> new RefusalException(Refusal.failedPrecondition(
                        "FILING_NOT_ACCEPTED", "filing_id", "the filing is to be accepted first")));
        DivisionCode division = filing.division();
        return scoring.inForce(division, on)
                .map(table -> scoring.sheet(table, division, on, words(filing, on, born, table, context)))
                .orElseGet(() -> scoring.none(division, on));
    }

    private ClaimWords words(Filing filing, LocalDate on, LocalDate born, PointsRules table, RequestContext context) {
        PersonKey person = filing.person();
        DivisionCode city = table.set().jurisdiction();
        Map<PersonKey, PointsReading> readings = this.readings.of(Set.of(person), city, context);
        InsuredMonths insured = InsuredMonths.of(
                ledger.years(person),
                contracts.of(Set.of(person)).getOrDefault(person, List.of()),
                city,
                YearMonth.from(on));
        return new FilingCase(filing, on, born, table, Objects.requireNonNull(readings.get(person)), insured).words();
    }
}
