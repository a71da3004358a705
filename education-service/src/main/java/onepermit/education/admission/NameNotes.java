package onepermit.education.admission;

import java.util.List;
import onepermit.exchange.v1.Note;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** What is said beside a decision of names that differ from the ones on record; nobody is refused for one. */
@Component
class NameNotes {
    private static final Note COMPARED_HERE_ONLY = Note.newBuilder()
            .setReason("NAME_COMPARED_HERE_ONLY")
            .setTextZh("姓名与登记不一致：批量审核只与本部门副本比对，不向公安机关查询差异。请核对证件姓名；需要说明差异的，单独提交该儿童审核。")
            .setTextEn(
                    "The name differs from the one on record: a batch compares with the replica here only and does not ask public"
                            + " security what differs. Compare with the ID card; to have the difference explained, ask about this child alone.")
            .build();

    private final NameExplanations explanations;

    NameNotes(NameExplanations explanations) {
        this.explanations = explanations;
    }

    /** @param reach a batch asks no other department */
    List<Note> of(List<Named> names, Reach reach, RequestContext context) {
        return names.stream()
                .filter(Named::differs)
                .map(name -> of(name.person(), reach, context))
                .toList();
    }

    private Note of(PersonAsked person, Reach reach, RequestContext context) {
        Note note = switch (reach) {
            case HERE_ONLY -> COMPARED_HERE_ONLY;
            case OWNERS_TOO -> explanations.explain(person, context);
        };
        return note.toBuilder().setField(person.nameField()).build();
    }
}
