package onepermit.education.vaccinationcheck;

import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What a check came to.
 *
 * @param pending why nothing can be said yet; nothing is noted then
 */
public record Checked(VaccinationCheck check, @Nullable PendingEvidence pending) {}
