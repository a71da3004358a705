package onepermit.health.birth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** A person as somebody's parent by birth, for erasure: the children's facts are then published without the person. */
@Component
public final class BirthsOfParent implements PersonalRecords {
    private final Births births;
    private final BirthPublication publication;

    BirthsOfParent(Births births, BirthPublication publication) {
        this.births = births;
        this.publication = publication;
    }

    @Override
    public String table() {
        return "birth_parent";
    }

    @Override
    public String column() {
        return "parent";
    }

    @Override
    public Set<String> datasets() {
        return Set.of(RecordBirths.DATASET);
    }

    @Override
    public Set<PersonKey> changedWith(PersonKey parent) {
        return births.childrenOf(parent);
    }

    @Override
    public void erase(PersonKey parent) {
        Set<PersonKey> children = births.childrenOf(parent);
        births.forgetParent(parent);
        Map<PersonKey, List<BirthParent>> left = new HashMap<>(births.parents(children));
        children.forEach(child -> left.putIfAbsent(child, List.of()));
        publication.changed(left);
    }

    @Override
    public long count(PersonKey parent) {
        return births.childrenOf(parent).size();
    }
}
