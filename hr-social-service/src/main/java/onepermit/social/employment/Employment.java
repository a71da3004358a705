package onepermit.social.employment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.EmployerMonths;

/**
 * A person's employment.
 *
 * @param periods oldest first
 */
public record Employment(List<EmploymentPeriod> periods) {

    /** What employers report holds for those employers; for all others contributions prove it. */
    static Employment of(Collection<EmploymentPeriod> reported, Collection<EmployerMonths> contributions) {
        Set<Employer> reporting =
                reported.stream().map(EmploymentPeriod::employer).collect(Collectors.toSet());
        Stream<EmploymentPeriod> proven = InsuredPeriods.of(contributions.stream()
                .filter(months -> !reporting.contains(months.employer()))
                .toList());
        return new Employment(Stream.concat(reported.stream(), proven)
                .sorted(EmploymentPeriod.OLDEST_FIRST)
                .toList());
    }
}
