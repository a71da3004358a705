package onepermit.permit.dwelling;

import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Tells the other departments the dwellings of persons. */
public interface DwellingPublications {

    void changed(Map<PersonKey, List<Dwelling>> dwellings);
}
