package onepermit.exchange.correction.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.correction.Correction;
import onepermit.exchange.correction.Doubt;
import onepermit.exchange.correction.Outcome;
import onepermit.exchange.v1.CorrectionEvidence;
import onepermit.exchange.v1.DataCorrection;

/** Corrections as messages. */
final class CorrectionMessages {
    private CorrectionMessages() {}

    static DataCorrection of(Correction correction, LocalDate today) {
        Doubt doubt = correction.doubt();
        DataCorrection.Builder message = DataCorrection.newBuilder()
                .setId(correction.id())
                .setCitizenId(doubt.citizen().value())
                .setDataset(doubt.dataset())
                .setFactId(doubt.factId())
                .setDivision(doubt.division().value())
                .setItem(doubt.item())
                .setOnRecord(doubt.onRecord())
                .setClaimed(doubt.claimed())
                .setStatement(doubt.statement())
                .setRaisedBy(correction.raiser().department())
                .setRaisedIn(correction.raiser().division())
                .setCaseRef(correction.raiser().caseRef())
                .setRaisedOn(correction.raisedOn().toString())
                .setDueOn(correction.due().on().toString())
                .setDueUncertain(correction.due().uncertain())
                .setOverdue(correction.overdue(today))
                .setStanding(Outcome.standing(correction.standing()));
        doubt.papers()
                .forEach(paper -> message.addEvidence(
                        CorrectionEvidence.newBuilder().setKind(paper.kind()).setSha256(paper.sha256())));
        Correction.Answer answer = correction.answer();
        if (answer != null) {
            message.setAnsweredOn(answer.on().toString())
                    .setReason(answer.reason())
                    .setArticle(answer.article());
        }
        return message.build();
    }

    static List<Doubt.Paper> papers(List<CorrectionEvidence> evidence) {
        return evidence.stream()
                .map(paper -> new Doubt.Paper(paper.getKind(), paper.getSha256()))
                .toList();
    }
}
