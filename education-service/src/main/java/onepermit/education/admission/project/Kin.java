package onepermit.education.admission.project;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import onepermit.education.admission.Answer;
import onepermit.education.admission.PersonAsked;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.Evidence;
import onepermit.health.v1.BirthFact;
import onepermit.permit.v1.KinshipFact;

/** Whether guardians are the child's parents on record: by hukou, or else by birth record. No record is not a no. */
final class Kin {
    private final Witness child;
    private final Tags tags;
    private final Finding hukou;
    private final Finding births;
    private final List<ByteString> byHukou;
    private final List<ByteString> byBirth;

    Kin(Witness child, Tags tags) {
        this.child = child;
        this.tags = tags;
        this.hukou = child.find("hukou.kinship");
        this.births = child.find("birth.record");
        this.byHukou = Witness.payloads(hukou, KinshipFact.parser()).stream()
                .flatMap(fact -> fact.getTagsList().stream())
                .toList();
        this.byBirth = Witness.payloads(births, BirthFact.parser()).stream()
                .flatMap(fact -> fact.getTagsList().stream())
                .toList();
    }

    boolean onRecord(PersonAsked guardian) {
        return inHukou(guardian) || inBirths(guardian);
    }

    /** Birth records are waited for only where hukou shows nothing and an agreement may give them. */
    Answer<Boolean> of(Witness guardian) {
        if (inHukou(guardian.person())) {
            return child.answer(hukou, true, text(guardian, "有记录", " on record"));
        }
        if (inBirths(guardian.person())) {
            return child.answer(births, true, text(guardian, "有出生记录", " on birth record"));
        }
        Answer<Boolean> none = child.answer(hukou, false, text(guardian, "无记录", " not on record"));
        if (none.pending() != null || !births.worthAsking()) {
            return none;
        }
        Answer<Boolean> unborn = child.answer(births, false, text(guardian, "无出生记录", " not on birth record"));
        List<Evidence> both = new ArrayList<>(none.evidence());
        both.addAll(unborn.evidence());
        return new Answer<>(false, both, unborn.pending());
    }

    private boolean inHukou(PersonAsked guardian) {
        return byHukou.contains(ByteString.copyFrom(tags.kinship("hukou.kinship", child.person(), guardian)));
    }

    private boolean inBirths(PersonAsked guardian) {
        return byBirth.contains(ByteString.copyFrom(tags.kinship("birth.record", child.person(), guardian)));
    }

    private Bilingual text(Witness guardian, String zh, String en) {
        return new Bilingual(child.zh(guardian.subject()) + zh, guardian.subject() + en);
    }
}
