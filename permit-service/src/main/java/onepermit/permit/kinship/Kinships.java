package onepermit.permit.kinship;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;

/** The kinships on record. */
public interface Kinships {

    /** The parents of each child, by relation and parent. */
    Map<PersonKey, List<Kinship>> of(Collection<PersonKey> children);

    Optional<Relation> between(PersonKey child, PersonKey parent);

    Set<PersonKey> childrenOf(PersonKey parent);

    /** Deletes every kinship in which the person is the parent. */
    void forgetParent(PersonKey parent);

    /** Writes kinships; one already on record stays. */
    void record(Collection<Kinship> kinships);
}
