package onepermit.health.birth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;

/** All births recorded. */
public interface Births {

    /** Writes births; a parent already on record stays. */
    void add(Collection<Birth> births);

    /** The parents of each child of whom there are any, by relation. */
    Map<PersonKey, List<BirthParent>> parents(Collection<PersonKey> children);

    Set<PersonKey> childrenOf(PersonKey parent);

    /** Deletes the person as anybody's parent. */
    void forgetParent(PersonKey parent);
}
