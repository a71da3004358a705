package onepermit.education.admission;

import java.util.List;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What one dataset says about one person, with the evidence that says so.
 *
 * @param pending why the value may not be used; null when it may
 */
public record Answer<T>(
        T value, List<Evidence> evidence, @Nullable PendingEvidence pending) {}
