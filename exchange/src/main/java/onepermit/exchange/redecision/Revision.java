package onepermit.exchange.redecision;

import java.time.Instant;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a changed fact has touched.
 *
 * @param applied whether the case goes on with the one of now
 * @param because datasets of which a fact had changed
 * @param seen null = by nobody yet
 */
public record Revision(
        String id,
        String kind,
        String caseId,
        String division,
        List<PersonKey> persons,
        String before,
        String after,
        Outcome outcomeBefore,
        Outcome outcomeAfter,
        boolean applied,
        List<String> because,
        Instant at,
        @Nullable Seen seen) {

    /** Who has seen it. */
    public record Seen(String by, Instant at) {}
}
