package onepermit.health.vaccination;

import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Publishes what is due; inside the transaction that changed it. */
public interface ImmunisationPublication {

    void changed(Map<PersonKey, Immunisation> immunisations);
}
