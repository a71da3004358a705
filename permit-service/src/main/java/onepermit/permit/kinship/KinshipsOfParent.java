package onepermit.permit.kinship;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** A person's kinships as somebody's parent, for erasure: the children's facts are then published without them. */
@Component
public final class KinshipsOfParent implements PersonalRecords {
    private final Kinships kinships;
    private final KinshipPublications publications;

    KinshipsOfParent(Kinships kinships, KinshipPublications publications) {
        this.kinships = kinships;
        this.publications = publications;
    }

    @Override
    public String table() {
        return "kinship";
    }

    @Override
    public String column() {
        return "parent";
    }

    @Override
    public Set<String> datasets() {
        return Set.of(PairTags.DATASET);
    }

    @Override
    public Set<PersonKey> changedWith(PersonKey parent) {
        return kinships.childrenOf(parent);
    }

    @Override
    public void erase(PersonKey parent) {
        Set<PersonKey> children = kinships.childrenOf(parent);
        kinships.forgetParent(parent);
        Map<PersonKey, List<Kinship>> left = new HashMap<>(kinships.of(children));
        children.forEach(child -> left.putIfAbsent(child, List.of()));
        publications.changed(left);
    }

    @Override
    public long count(PersonKey parent) {
        return kinships.childrenOf(parent).size();
    }
}
