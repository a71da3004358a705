package onepermit.gateway.issuer;

import java.nio.file.Path;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.ExchangeKey;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;

/**
 * Person keys of residents who sign in at this machine. The exchange's key is read when the first of them does; a city's identity provider asks
 * its key management for the key of who has signed in, and the gateway then holds none.
 */
final class LocalResidents {
    private final CitizenIds ids;
    private final Path keys;

    LocalResidents(CitizenIds ids, Path keys) {
        this.ids = ids;
        this.keys = keys;
    }

    PersonKey key(String citizenId) {
        return new PersonKeys(ExchangeKey.in(keys)).of(ids.read("citizen_id", citizenId));
    }
}
