package onepermit.permit.registration;

import java.util.Collection;
import onepermit.exchange.identity.PersonKey;

/** Tells the other departments how residences are now. */
public interface ResidencePublications {

    void changed(ResidenceEvent event, Collection<Residence> residences);

    /** Version of a person's residence as published, 0 when it never was; grows with every change. */
    long version(PersonKey person);
}
