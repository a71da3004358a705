package onepermit.permit.registration;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;

/** Who comes to register, with the name as on the ID card; never prints who. */
public record Registrant(CitizenId citizen, PersonKey person, String name) {

    @Override
    public String toString() {
        return "Registrant[" + person + "]";
    }
}
