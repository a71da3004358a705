package onepermit.exchange.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.v1.AgreementFact;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.Purpose;

/**
 * An agreement that was approved.
 *
 * @param consumer a department, or the client of an integrator
 * @param fields dataset → paths given
 * @param to last day
 */
public record StandingAgreement(
        String consumer,
        Map<String, Set<String>> fields,
        Set<Purpose> purposes,
        LocalDate from,
        LocalDate to,
        boolean suspended,
        Optional<Instant> revokedAt) {

    public static StandingAgreement of(AgreementFact fact) {
        return new StandingAgreement(
                fact.getConsumer(),
                fact.getTerms().getGrantsList().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                DatasetGrant::getDataset,
                                grant -> Set.copyOf(grant.getFieldsList()),
                                (one, again) -> one)),
                Set.copyOf(fact.getTerms().getPurposesList()),
                LocalDate.parse(fact.getTerms().getValidFrom()),
                LocalDate.parse(fact.getTerms().getValidTo()),
                fact.getSuspended(),
                fact.getRevokedAt().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(fact.getRevokedAt())));
    }

    boolean inForce(LocalDate day) {
        return holds(day) && !suspended && !day.isBefore(from);
    }

    /** Whether copies may be kept: also while it is suspended, and to prepare its first day. */
    boolean holds(LocalDate day) {
        return revokedAt.isEmpty() && !day.isAfter(to);
    }
}
