package onepermit.exchange.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.publication.FactRow;

/**
 * What is known about one person in one dataset. No rows means no only when it is {@link #fresh fresh}.
 *
 * @param agreed whether it may be looked at; without that there are no rows, and that says nothing of the person
 * @param source department that owns the dataset
 * @param covered whether the dataset covers the person's division
 * @param parked whether this person's publication is stopped at the owner, or parked here
 * @param asOf the owner's records are complete in it up to this time; {@link Instant#EPOCH} when nothing is known yet
 */
public record Finding(
        String dataset,
        String source,
        Origin origin,
        Agreed agreed,
        boolean covered,
        boolean parked,
        Instant asOf,
        Duration age,
        List<FactRow> rows) {

    public boolean fresh(Duration maxAge) {
        return agreed == Agreed.GIVEN && covered && !parked && age.compareTo(maxAge) <= 0;
    }

    /** Whether its owner may know better than this department does. */
    public boolean worthAsking() {
        return agreed != Agreed.DENIED && covered;
    }

    Finding coveredIs(boolean covers) {
        return new Finding(dataset, source, origin, agreed, covers, parked, asOf, age, rows);
    }
}
