package onepermit.permit.kinship;

import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;
import org.springframework.stereotype.Component;

/** The tag of a pair of persons: who holds both keys can ask for it, nobody can list it. */
@Component
public final class PairTags {
    /** The dataset the tags go out in. */
    public static final String DATASET = "hukou.kinship";

    /** The dataset of the health department's tags of the same pairs, by birth record. */
    public static final String BY_BIRTH = "birth.record";

    private final DatasetKeys keys;

    PairTags(DatasetKeys keys) {
        this.keys = keys;
    }

    public byte[] tag(PersonKey child, Relation relation, PersonKey parent) {
        return tag(DATASET, child, relation, parent);
    }

    /** @param dataset every dataset has a key of its own */
    public byte[] tag(String dataset, PersonKey child, Relation relation, PersonKey parent) {
        return keys.tag(dataset, child.bytes(), new byte[] {(byte) relation.code()}, parent.bytes());
    }
}
