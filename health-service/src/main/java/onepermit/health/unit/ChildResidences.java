package onepermit.health.unit;

import java.util.Collection;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Reads where children live. */
public interface ChildResidences {

    /** Of those who are registered somewhere today, as far as that is known and not too old. */
    Map<PersonKey, ChildResidence> of(Collection<PersonKey> children);
}
