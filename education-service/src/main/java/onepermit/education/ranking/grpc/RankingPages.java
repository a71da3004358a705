package onepermit.education.ranking.grpc;

import java.util.List;
import onepermit.education.ranking.RankedLine;
import onepermit.education.ranking.RankingList;
import onepermit.education.round.AdmissionRound;
import onepermit.education.v1.GetRankingListRequest;
import onepermit.education.v1.GetRankingListResponse;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** The published list page by page; a token is the generation and how many lines came before. */
final class RankingPages {
    private static final int MOST = 1_000;

    private RankingPages() {}

    static GetRankingListResponse of(GetRankingListRequest request, AdmissionRound round, RankingList list) {
        List<RankedLine> lines = list.lines();
        int from = from(request.getPageToken(), list);
        int to = Math.min(lines.size(), from + (request.getPageSize() == 0 ? MOST : request.getPageSize()));
        return GetRankingListResponse.newBuilder()
                .setRanking(RankingMessages.head(round, list))
                .addAllLines(lines.subList(from, to).stream()
                        .map(RankingMessages::line)
                        .toList())
                .setNextPageToken(to == lines.size() ? "" : list.generation() + "." + to)
                .build();
    }

    private static int from(String token, RankingList list) {
        if (token.isEmpty()) {
            return 0;
        }
        String before = list.generation() + ".";
        try {
            int from = token.startsWith(before) ? Integer.parseInt(token.substring(before.length())) : -1;
            if (from >= 0 && from <= list.lines().size()) {
                return from;
            }
        } catch (NumberFormatException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static RefusalException unknown() {
        return new RefusalException(Refusal.invalid(
                "PAGE_TOKEN",
                "page_token",
                "expected the token of the page before, of the list that is published now"));
    }
}
