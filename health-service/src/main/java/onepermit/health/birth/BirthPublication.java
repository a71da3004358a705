package onepermit.health.birth;

import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Publishes the pair tags of children; inside the transaction that changed them. */
public interface BirthPublication {

    void changed(Map<PersonKey, List<BirthParent>> byChild);
}
