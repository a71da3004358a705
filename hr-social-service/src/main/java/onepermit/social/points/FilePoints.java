package onepermit.social.points;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.EmployerMonths;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files for points as an employer asks: the one that pays the insurance here, by the ledger. */
@Component
public class FilePoints {
    private final Facts facts;
    private final Filings filings;
    private final ContributionLedger ledger;
    private final Scoring scoring;
    private final FilingIds ids;

    FilePoints(Facts facts, Filings filings, ContributionLedger ledger, Scoring scoring, FilingIds ids) {
        this.facts = facts;
        this.filings = filings;
        this.ledger = ledger;
        this.scoring = scoring;
        this.ids = ids;
    }

    @Transactional
    public Filing file(PersonKey person, DivisionCode division, Employer employer, LocalDate on, Claims claims) {
        PointsRules table = scoring.inForce(division, on).orElseThrow(() -> noRule(division, on));
        table.claims().readDeclared(claims);
        facts.lockPersons(Set.of(person));
        requirePayer(person, table, employer, on);
        filings.latest(person).filter(Filing::open).ifPresent(open -> {
            throw new RefusalException(Refusal.failedPrecondition(
                    "FILING_OPEN", "citizen_id", "a filing is open already; it is to be determined first"));
        });
        Filing filing = Filing.filed(ids.next(), person, division, employer, on, claims);
        filings.save(filing);
        return filing;
    }

    private void requirePayer(PersonKey person, PointsRules table, Employer employer, LocalDate on) {
        YearMonth month = YearMonth.from(on);
        YearMonth since = month.minusMonths(table.payerMonths() - 1L);
        List<EmployerMonths> paid = ledger.pensionMonths(Set.of(person));
        boolean pays = !employer.flexible()
                && paid.stream()
                        .filter(of -> of.employer().equals(employer))
                        .filter(of -> table.set().jurisdiction().contains(of.place()))
                        .flatMap(of -> of.paid().of(of.year()))
                        .anyMatch(of -> !of.isBefore(since) && !of.isAfter(month));
        if (!pays) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "EMPLOYER_DOES_NOT_PAY",
                    "employer",
                    "no pension insurance is posted by this employer for this person in " + since + " to " + month
                            + "; the employer that pays files"));
        }
    }

    private static RefusalException noRule(DivisionCode division, LocalDate on) {
        return new RefusalException(Refusal.failedPrecondition(
                "NO_RULE_IN_FORCE",
                "division",
                "no rule set on points is in force in " + division.value() + " on " + on));
    }
}
