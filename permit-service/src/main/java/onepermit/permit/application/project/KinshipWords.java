package onepermit.permit.application.project;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import onepermit.exchange.catalogue.Coverage;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.publication.FactRow;
import onepermit.health.v1.BirthFact;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.kinship.PairTags;
import onepermit.permit.v1.KinshipFact;
import org.jspecify.annotations.Nullable;

/**
 * Whether the applicant and a relative are parent and child on record: by hukou, or else by birth record. No record is not a no. The facts are those of
 * the younger of the two.
 */
final class KinshipWords {
    private final PairTags tags;
    private final Coverage births;
    private final String name;
    private final Function<PermitApplication, @Nullable Party> relative;

    /**
     * @param births whom birth records cover
     * @param name of the word
     * @param relative of the application, for which it is asked
     */
    KinshipWords(PairTags tags, Coverage births, String name, Function<PermitApplication, @Nullable Party> relative) {
        this.tags = tags;
        this.births = births;
        this.name = name;
        this.relative = relative;
    }

    /** Birth records are waited for only where they may still show the kinship: not for those born before there were any, nor where no agreement gives them. */
    void tell(Reading hukou, Reading birth, PermitApplication application) {
        Optional<FactRow> byHukou = hukou.fresh() ? row(hukou, application, this::hukouTags) : Optional.empty();
        Optional<FactRow> byBirth = birth.fresh() ? row(birth, application, this::birthTags) : Optional.empty();
        if (byHukou.isPresent()) {
            known(hukou, byHukou.get(), new Bilingual("父母子女关系", "parent and child"));
        } else if (byBirth.isPresent()) {
            known(birth, byBirth.get(), new Bilingual("出生记录中的父母子女关系", "parent and child by birth record"));
        } else if (!hukou.fresh()) {
            hukou.unknown(List.of(name));
        } else if (!birth.fresh()
                && birth.worthAwaiting()
                && births.reachesBackTo(child(application).born())) {
            birth.unknown(List.of(name));
        } else {
            unrecorded(hukou, birth);
        }
    }

    private void known(Reading reading, FactRow row, Bilingual text) {
        reading.known(name, "ON_RECORD", reading.evidence(row, text));
    }

    private void unrecorded(Reading hukou, Reading birth) {
        int none = hukou.absence(new Bilingual("没有父母子女关系的记录", "no record of parent and child"));
        if (birth.fresh()) {
            int born = birth.absence(new Bilingual("没有出生记录", "no birth record of parent and child"));
            hukou.known(name, "NO_RECORD", none, born);
        } else {
            hukou.known(name, "NO_RECORD", none);
        }
    }

    /** The younger of the two. */
    Party child(PermitApplication application) {
        Party other = other(application);
        return other.born().isAfter(application.applicant().born()) ? other : application.applicant();
    }

    private Optional<FactRow> row(
            Reading reading, PermitApplication application, Function<FactRow, List<ByteString>> tagsOf) {
        ByteString pair = pair(reading.dataset(), application);
        return reading.rows().stream()
                .filter(row -> tagsOf.apply(row).contains(pair))
                .findFirst();
    }

    private List<ByteString> hukouTags(FactRow row) {
        return Reading.read(KinshipFact.parser(), row).getTagsList();
    }

    private List<ByteString> birthTags(FactRow row) {
        return Reading.read(BirthFact.parser(), row).getTagsList();
    }

    private ByteString pair(String dataset, PermitApplication application) {
        Party other = other(application);
        Party child = child(application);
        Party parent = child.equals(other) ? application.applicant() : other;
        Relation relation = parent.sex() == Sex.MALE ? Relation.FATHER : Relation.MOTHER;
        return ByteString.copyFrom(tags.tag(dataset, child.key(), relation, parent.key()));
    }

    private Party other(PermitApplication application) {
        return Objects.requireNonNull(relative.apply(application));
    }
}
