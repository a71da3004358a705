package onepermit.social.contribution;

import java.time.YearMonth;
import onepermit.exchange.identity.DivisionCode;
import onepermit.social.insured.Insured;

/** One line of a posting: a month of one person, place and kind, paid by one employer. */
public record Contribution(Insured insured, DivisionCode place, InsuranceKind kind, YearMonth month, Payment payment) {

    LedgerYear.Key year() {
        return new LedgerYear.Key(insured.key(), place, kind, month.getYear());
    }
}
