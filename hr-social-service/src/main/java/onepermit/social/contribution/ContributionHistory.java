package onepermit.social.contribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;

/**
 * A person's ledger, read as a history.
 *
 * @param divisions every place at which something is or was posted, and where the person is employed
 * @param version of the ledger, for corrections
 */
public record ContributionHistory(
        List<ContributionSeries> series,
        Optional<Employer> currentEmployer,
        Set<DivisionCode> divisions,
        long version) {}
