package onepermit.education.vaccinationcheck;

import java.util.List;
import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What the health department shares of a child.
 *
 * @param missing doses due and not given
 * @param pending why that may not be used; null when it may
 */
public record Assessment(List<String> missing, @Nullable PendingEvidence pending) {}
