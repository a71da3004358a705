package onepermit.permit.identity.publish;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Names;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.permit.identity.NamePublications;
import onepermit.permit.identity.PersonName;
import onepermit.permit.v1.NameTagFact;
import org.springframework.stereotype.Component;

@Component
class NameTagFacts implements NamePublications {
    private static final String DATASET = "name.tag";

    private final Facts facts;
    private final DatasetKeys keys;

    NameTagFacts(Facts facts, DatasetKeys keys) {
        this.facts = facts;
        this.keys = keys;
    }

    @Override
    public void recorded(Collection<PersonName> names) {
        facts.publish(names.stream().map(this::change).toList());
    }

    private FactChange change(PersonName name) {
        byte[] tag = keys.tag(DATASET, Names.normalise(name.name()).getBytes(StandardCharsets.UTF_8));
        NameTagFact payload =
                NameTagFact.newBuilder().setTag(ByteString.copyFrom(tag)).build();
        return new FactChange(DATASET, name.person(), "name", "onepermit.identity.NameRecorded.v1", payload);
    }
}
