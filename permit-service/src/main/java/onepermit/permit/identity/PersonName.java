package onepermit.permit.identity;

import onepermit.exchange.identity.PersonKey;

/** A person's name as on the ID card; never prints it. */
public record PersonName(PersonKey person, String name) {

    @Override
    public String toString() {
        return "PersonName[" + person + ", …]";
    }
}
