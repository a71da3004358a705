package onepermit.permit.application.project;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Objects;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.kinship.PairTags;
import onepermit.permit.kinship.Relation;
import onepermit.permit.v1.KinshipFact;
import org.springframework.stereotype.Component;

/** Whether applicant and host are parent and child on record; no record is not a no. Its facts are those of the younger of the two. */
@Component
final class KinshipWords implements Words {
    static final String NAME = "host.kinship";
    static final String ON_RECORD = "ON_RECORD";

    private final PairTags tags;

    KinshipWords(PairTags tags) {
        this.tags = tags;
    }

    @Override
    public String dataset() {
        return PairTags.DATASET;
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        ByteString pair = pair(application);
        for (FactRow row : reading.rows()) {
            if (Reading.read(KinshipFact.parser(), row).getTagsList().contains(pair)) {
                reading.known(NAME, ON_RECORD, reading.evidence(row, new Bilingual("父母子女关系", "parent and child")));
                return;
            }
        }
        reading.known(
                NAME, "NO_RECORD", reading.absence(new Bilingual("没有父母子女关系的记录", "no record of parent and child")));
    }

    static Party child(PermitApplication application) {
        Party host = Objects.requireNonNull(application.host());
        return host.born().isAfter(application.applicant().born()) ? host : application.applicant();
    }

    private ByteString pair(PermitApplication application) {
        Party host = Objects.requireNonNull(application.host());
        Party child = child(application);
        Party parent = child.equals(host) ? application.applicant() : host;
        Relation relation = parent.sex() == Sex.MALE ? Relation.FATHER : Relation.MOTHER;
        return ByteString.copyFrom(tags.tag(child.key(), relation, parent.key()));
    }
}
