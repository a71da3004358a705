package onepermit.permit.kinship.publish;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.permit.kinship.Kinship;
import onepermit.permit.kinship.KinshipPublications;
import onepermit.permit.kinship.PairTags;
import onepermit.permit.v1.KinshipFact;
import org.springframework.stereotype.Component;

@Component
class KinshipFacts implements KinshipPublications {
    private final Facts facts;
    private final PairTags tags;

    KinshipFacts(Facts facts, PairTags tags) {
        this.facts = facts;
        this.tags = tags;
    }

    @Override
    public void changed(Map<PersonKey, List<Kinship>> byChild) {
        facts.publish(byChild.entrySet().stream()
                .map(of -> new FactChange(
                        PairTags.DATASET,
                        of.getKey(),
                        "kinship",
                        "onepermit.kinship.KinshipRecorded.v1",
                        fact(of.getValue())))
                .toList());
    }

    /** Tags in the order of their bytes, so that the order tells nothing and the same parents give the same fact. */
    private KinshipFact fact(List<Kinship> parents) {
        return KinshipFact.newBuilder()
                .addAllTags(parents.stream()
                        .map(kinship ->
                                ByteString.copyFrom(tags.tag(kinship.child(), kinship.relation(), kinship.parent())))
                        .sorted(ByteString.unsignedLexicographicalComparator())
                        .toList())
                .build();
    }
}
