package onepermit.education.ranking.grpc;

import onepermit.education.ranking.CorrectionState;
import onepermit.education.ranking.Objection;
import onepermit.education.ranking.RankedLine;
import onepermit.education.ranking.Ranking;
import onepermit.education.ranking.RankingList;
import onepermit.education.round.AdmissionRound;
import onepermit.education.v1.RankingHead;
import onepermit.education.v1.RankingLine;
import onepermit.education.v1.RankingObjection;

/** Rankings and objections as messages: application numbers, never persons. */
final class RankingMessages {
    private RankingMessages() {}

    /** With the seed: whoever has the list can draw its lots again. */
    static RankingHead head(AdmissionRound round, RankingList list) {
        RankingHead.Builder head = RankingHead.newBuilder()
                .setRound(list.round())
                .setGeneration(list.generation())
                .setPublishedFrom(list.from().toString())
                .setPublishedTo(list.to().toString())
                .setSeed(round.seed())
                .setPointScale(list.pointScale())
                .setApplications(list.lines().size())
                .setTies(Ranking.ties(list.lines()))
                .addAllLabels(list.labels());
        round.procedure().tieBreak().forEach(rule -> head.addTieBreak(rule.name()));
        return head.build();
    }

    static RankingLine line(RankedLine line) {
        return RankingLine.newBuilder()
                .setRank(line.rank())
                .setNumber(line.number())
                .setPoints(line.points())
                .setDecidedBy(line.decidedBy())
                .build();
    }

    static RankingObjection objection(Objection objection, CorrectionState correction) {
        return RankingObjection.newBuilder()
                .setId(objection.id().toString())
                .setNumber(objection.number())
                .setCriterion(objection.criterion())
                .setDataset(objection.dataset())
                .setOwner(objection.owner())
                .setStatement(objection.statement())
                .setRaisedOn(objection.raisedOn().toString())
                .setStanding(objection.standing().name())
                .setDecisionBefore(objection.decisionBefore())
                .setDecisionAfter(objection.decisionAfter())
                .setCorrection(objection.correction().id())
                .setCorrectionStanding(correction.name())
                .build();
    }
}
