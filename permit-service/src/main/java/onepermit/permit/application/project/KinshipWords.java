package onepermit.permit.application.project;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.kinship.PairTags;
import onepermit.permit.kinship.Relation;
import onepermit.permit.v1.KinshipFact;
import org.jspecify.annotations.Nullable;

/** Whether the applicant and a relative are parent and child on record; no record is not a no. Its facts are those of the younger of the two. */
final class KinshipWords implements Words {
    private final PairTags tags;
    private final String name;
    private final Function<PermitApplication, @Nullable Party> relative;

    /**
     * @param name of the word
     * @param relative of the application, for which it is asked
     */
    KinshipWords(PairTags tags, String name, Function<PermitApplication, @Nullable Party> relative) {
        this.tags = tags;
        this.name = name;
        this.relative = relative;
    }

    @Override
    public String dataset() {
        return PairTags.DATASET;
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        ByteString pair = pair(application);
        for (FactRow row : reading.rows()) {
            if (Reading.read(KinshipFact.parser(), row).getTagsList().contains(pair)) {
                reading.known(name, "ON_RECORD", reading.evidence(row, new Bilingual("父母子女关系", "parent and child")));
                return;
            }
        }
        reading.known(
                name, "NO_RECORD", reading.absence(new Bilingual("没有父母子女关系的记录", "no record of parent and child")));
    }

    /** The younger of the two. */
    Party child(PermitApplication application) {
        Party other = other(application);
        return other.born().isAfter(application.applicant().born()) ? other : application.applicant();
    }

    private ByteString pair(PermitApplication application) {
        Party other = other(application);
        Party child = child(application);
        Party parent = child.equals(other) ? application.applicant() : other;
        Relation relation = parent.sex() == Sex.MALE ? Relation.FATHER : Relation.MOTHER;
        return ByteString.copyFrom(tags.tag(child.key(), relation, parent.key()));
    }

    private Party other(PermitApplication application) {
        return Objects.requireNonNull(relative.apply(application));
    }
}
