package onepermit.permit.permit;

import java.util.Collection;
import onepermit.exchange.identity.PersonKey;

/** Tells the other departments the dates of permits. */
public interface PermitPublications {

    void changed(PermitEvent event, Collection<ResidencePermit> permits);

    /** Version of a person's permit as published, 0 when it never was; grows with every change. */
    long version(PersonKey person);
}
