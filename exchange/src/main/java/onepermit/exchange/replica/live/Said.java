package onepermit.exchange.replica.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Agreed;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.replica.Origin;

/**
 * What an owner said of some persons.
 *
 * @param asOf by the owner's clock
 * @param age since the owner was asked: its records cannot have been read earlier
 */
record Said(Dataset dataset, Instant asOf, Duration age, List<FactRow> rows) {

    /** The caller knows whether the dataset covers where this person lives. */
    Finding about(PersonKey person) {
        return new Finding(
                dataset.id(),
                dataset.owner(),
                Origin.LIVE,
                Agreed.GIVEN,
                true,
                false,
                asOf,
                age,
                rows.stream().filter(row -> row.person().equals(person)).toList());
    }
}
