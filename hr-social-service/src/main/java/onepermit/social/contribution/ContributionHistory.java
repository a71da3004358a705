package onepermit.social.contribution;

import java.util.List;
import java.util.Optional;

/**
 * A person's ledger, read as a history.
 *
 * @param version of the ledger, for corrections
 */
public record ContributionHistory(List<ContributionSeries> series, Optional<Employer> currentEmployer, long version) {}
