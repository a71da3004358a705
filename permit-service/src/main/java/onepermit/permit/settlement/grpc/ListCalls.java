package onepermit.permit.settlement.grpc;

import io.grpc.Status.Code;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.RequestFields;
import onepermit.permit.settlement.ReadSettlements;
import onepermit.permit.settlement.SimulateRanking;
import onepermit.permit.v1.GetSettlementListRequest;
import onepermit.permit.v1.GetSettlementListResponse;
import onepermit.permit.v1.RankShift;
import onepermit.permit.v1.SettlementLine;
import onepermit.permit.v1.SimulateRankingRequest;
import onepermit.permit.v1.SimulateRankingResponse;
import org.springframework.stereotype.Component;

/** The published list, and what other weights would make of it: by filing number alone. */
@Component
class ListCalls {
    private static final int MOST = 1_000;

    private final ReadSettlements read;
    private final SimulateRanking simulate;
    private final RequestFields fields;

    ListCalls(ReadSettlements read, SimulateRanking simulate, RequestFields fields) {
        this.read = read;
        this.simulate = simulate;
        this.fields = fields;
    }

    GetSettlementListResponse list(GetSettlementListRequest request) {
        var list = read.published(fields.division("division", request.getDivision()), request.getYear());
        int size = request.getPageSize() == 0 ? MOST : request.getPageSize();
        int from = from(request.getPageToken(), list.lines().size());
        int to = Math.min(from + size, list.lines().size());
        return GetSettlementListResponse.newBuilder()
                .addAllLines(list.lines().subList(from, to).stream()
                        .map(ListCalls::line)
                        .toList())
                .setPointScale(list.pointScale())
                .setCutOff(list.cutOff())
                .setNextPageToken(to < list.lines().size() ? Integer.toString(to) : "")
                .build();
    }

    private static int from(String token, int lines) {
        if (token.isEmpty()) {
            return 0;
        }
        if (token.matches("[0-9]{1,8}") && Integer.parseInt(token) <= lines) {
            return Integer.parseInt(token);
        }
        throw new RefusalException(
                Refusal.invalid("PAGE_TOKEN", "page_token", "expected the token of the answer before"));
    }

    private static SettlementLine line(ReadSettlements.Line line) {
        return SettlementLine.newBuilder()
                .setRank(line.rank())
                .setNumber(line.number())
                .setPoints(line.points())
                .setTied(line.tied())
                .setSettles(line.settles())
                .build();
    }

    SimulateRankingResponse simulate(SimulateRankingRequest request) {
        DivisionCode city = fields.division("division", request.getDivision());
        if (!fields.isOfCity(city)) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "DIVISION",
                    "division",
                    "division " + city.value() + " is not inside the caller's division"));
        }
        var simulated = simulate.simulate(city, request.getYear(), SettlementItems.weights(request.getWeightsList()));
        List<RankShift> shifts = simulated.shifts().stream()
                .limit(MOST)
                .map(shift -> RankShift.newBuilder()
                        .setNumber(shift.number())
                        .setBefore(shift.before())
                        .setAfter(shift.after())
                        .build())
                .toList();
        return SimulateRankingResponse.newBuilder()
                .addAllShifts(shifts)
                .setShifted(simulated.shifts().size())
                .addAllDominant(SettlementMessages.shares(simulated.dominant()))
                .build();
    }
}
