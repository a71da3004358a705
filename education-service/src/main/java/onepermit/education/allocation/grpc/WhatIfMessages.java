package onepermit.education.allocation.grpc;

import onepermit.education.allocation.WhatIf;
import onepermit.education.ranking.RankRound;
import onepermit.education.round.AdmissionRound;
import onepermit.education.v1.Move;
import onepermit.education.v1.WhatIfResponse;

/** What would change, as a message. */
final class WhatIfMessages {
    private static final String WHAT_IF = "WHAT_IF";

    private WhatIfMessages() {}

    static WhatIfResponse told(AdmissionRound round, WhatIf.Answer answer, int mostMoves) {
        return WhatIfResponse.newBuilder()
                .setApplications(answer.ranked().size())
                .setRanksMoved((int) answer.moves().stream()
                        .filter(onepermit.education.allocation.Move::rankMoved)
                        .count())
                .setSchoolsMoved((int) answer.moves().stream()
                        .filter(onepermit.education.allocation.Move::schoolMoved)
                        .count())
                .setPlacedBefore(answer.before().placed())
                .setPlacedAfter(answer.after().placed())
                .addAllMoves(answer.moves().stream()
                        .limit(mostMoves)
                        .map(WhatIfMessages::move)
                        .toList())
                .addAllBefore(AllocationMessages.schools(answer.before().schools()))
                .addAllAfter(AllocationMessages.schools(answer.after().schools()))
                .addAllCriteria(answer.criteria())
                .addLabels(WHAT_IF)
                .addAllLabels(RankRound.labels(round, answer.ranked()))
                .setAllocationMicros(answer.before().micros())
                .build();
    }

    private static Move move(onepermit.education.allocation.Move move) {
        Move.Builder message = Move.newBuilder()
                .setNumber(move.number())
                .setRankBefore(move.rankBefore())
                .setRankAfter(move.rankAfter())
                .setPointsBefore(move.pointsBefore())
                .setPointsAfter(move.pointsAfter());
        String before = move.schoolBefore();
        String after = move.schoolAfter();
        return message.setSchoolBefore(before == null ? "" : before)
                .setSchoolAfter(after == null ? "" : after)
                .build();
    }
}
