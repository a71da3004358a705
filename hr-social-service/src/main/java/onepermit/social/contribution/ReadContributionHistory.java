package onepermit.social.contribution;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a person's history, all of it as of one moment. */
@Component
public class ReadContributionHistory {
    private final ContributionLedger ledger;
    private final CurrentEmployer employers;
    private final Clock clock;

    ReadContributionHistory(ContributionLedger ledger, CurrentEmployer employers, Clock clock) {
        this.ledger = ledger;
        this.employers = employers;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ContributionHistory of(PersonKey person) {
        return new ContributionHistory(
                ContributionSeries.of(ledger.years(person)),
                employers.of(person, LocalDate.now(clock)),
                ledger.version(person));
    }
}
