package onepermit.health.birth.publish;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.health.birth.BirthParent;
import onepermit.health.birth.BirthPublication;
import onepermit.health.birth.RecordBirths;
import onepermit.health.v1.BirthFact;
import org.springframework.stereotype.Component;

/** {@code birth.record}: tags of pairs, in the order of their bytes, so that the order tells nothing. */
@Component
class PublishedBirths implements BirthPublication {
    private static final String FACT_ID = "birth";
    private static final String TYPE = "onepermit.birth.BirthRegistered.v1";

    private final Facts facts;
    private final DatasetKeys keys;

    PublishedBirths(Facts facts, DatasetKeys keys) {
        this.facts = facts;
        this.keys = keys;
    }

    @Override
    public void changed(Map<PersonKey, List<BirthParent>> byChild) {
        facts.publish(byChild.entrySet().stream()
                .map(of -> new FactChange(RecordBirths.DATASET, of.getKey(), FACT_ID, TYPE, fact(of.getValue())))
                .toList());
    }

    private BirthFact fact(List<BirthParent> parents) {
        return BirthFact.newBuilder()
                .addAllTags(parents.stream()
                        .map(this::tag)
                        .sorted(ByteString.unsignedLexicographicalComparator())
                        .toList())
                .build();
    }

    private ByteString tag(BirthParent of) {
        byte[] relation = {(byte) of.relation().code()};
        return ByteString.copyFrom(keys.tag(
                RecordBirths.DATASET, of.child().bytes(), relation, of.parent().bytes()));
    }
}
