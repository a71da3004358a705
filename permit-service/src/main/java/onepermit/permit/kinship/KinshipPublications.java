package onepermit.permit.kinship;

import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Tells the other departments the pair tags of children. */
public interface KinshipPublications {

    void changed(Map<PersonKey, List<Kinship>> byChild);
}
