package onepermit.social.contribution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Optional<CurrentEmployer.Employed> employed = employers.of(person, LocalDate.now(clock));
        return new ContributionHistory(
                ContributionSeries.of(ledger.years(person)),
                employed.map(CurrentEmployer.Employed::employer),
                Stream.concat(ledger.places(person).stream(), employed.map(CurrentEmployer.Employed::division).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                ledger.version(person));
    }
}
