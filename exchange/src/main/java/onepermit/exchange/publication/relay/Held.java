package onepermit.exchange.publication.relay;

import java.util.Collection;
import onepermit.exchange.identity.PersonKey;

/** Whose rows are left where they are for now: persons Kafka refused a row of, and datasets whose topic it refuses as a whole. */
record Held(Collection<PersonKey> persons, Collection<String> datasets) {
    boolean none() {
        return persons.isEmpty() && datasets.isEmpty();
    }
}
