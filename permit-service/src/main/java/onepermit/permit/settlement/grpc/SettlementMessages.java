package onepermit.permit.settlement.grpc;

import java.util.List;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.Decision;
import onepermit.permit.settlement.IndicatorShare;
import onepermit.permit.settlement.ReadSettlements;
import onepermit.permit.settlement.SettlementFiling;
import onepermit.permit.settlement.SettlementFiling.Settled;
import onepermit.permit.settlement.SettlementIntake;
import onepermit.permit.settlement.SettlementIntake.Ranked;
import onepermit.permit.settlement.SettlementSheet;
import onepermit.permit.v1.SettlementRange;
import onepermit.permit.v1.SettlementState;
import org.springframework.stereotype.Component;

/** Intakes, filings and sheets as messages. */
@Component
class SettlementMessages {
    private final ReadSettlements read;

    SettlementMessages(ReadSettlements read) {
        this.read = read;
    }

    /** @param decision as it is answered, with its envelope */
    static onepermit.permit.v1.SettlementSheet sheet(SettlementSheet sheet, Decision decision) {
        var message = onepermit.permit.v1.SettlementSheet.newBuilder().setDecision(decision);
        sheet.range()
                .ifPresent(range -> message.setRange(
                        SettlementRange.newBuilder().setLeast(range.least()).setMost(range.most())));
        return message.build();
    }

    onepermit.permit.v1.SettlementFiling filing(SettlementFiling filing) {
        ReadSettlements.Place place = read.place(filing);
        var message = onepermit.permit.v1.SettlementFiling.newBuilder()
                .setNumber(filing.number())
                .setYear(filing.year())
                .setDivision(filing.division().value())
                .setEmployer(filing.employer())
                .setFiledOn(filing.filedOn().toString())
                .setState(state(filing))
                .setDecisionId(filing.settled().map(Settled::decision).orElse(""))
                .setRank(place.rank())
                .setSettles(place.settles())
                .setEtag(Etag.of(filing.version()));
        filing.settled()
                .filter(settled -> filing.inRanking())
                .ifPresent(settled -> message.setPoints(settled.points()).setPointScale(settled.pointScale()));
        filing.disqualified()
                .ifPresent(fraud -> message.setBannedUntil(fraud.bannedUntil().toString()));
        return message.build();
    }

    private static SettlementState state(SettlementFiling filing) {
        if (filing.disqualified().isPresent()) {
            return SettlementState.SETTLEMENT_STATE_DISQUALIFIED;
        }
        if (filing.settled().isPresent()) {
            return filing.inRanking()
                    ? SettlementState.SETTLEMENT_STATE_IN_RANKING
                    : SettlementState.SETTLEMENT_STATE_REFUSED;
        }
        return filing.reviewed() ? SettlementState.SETTLEMENT_STATE_REVIEWED : SettlementState.SETTLEMENT_STATE_FILED;
    }

    onepermit.permit.v1.SettlementIntake intake(SettlementIntake intake) {
        ReadSettlements.Intake standing = read.standing(intake);
        var message = onepermit.permit.v1.SettlementIntake.newBuilder()
                .setDivision(intake.city().value())
                .setYear(intake.year())
                .setOpens(intake.opens().toString())
                .setCloses(intake.closes().toString())
                .setReckonedOn(intake.reckonedOn().toString())
                .setQuota(intake.quota())
                .setRanked(standing.ranked())
                .setPointScale(intake.ranked().map(Ranked::pointScale).orElse(0))
                .setTiedAtQuota(standing.tied())
                .setAboveQuotaScore(standing.above())
                .addAllDominant(shares(intake.ranked().map(Ranked::dominant).orElse(List.of())))
                .addAllLabels(intake.ranked().map(Ranked::labels).orElse(List.of()))
                .setEtag(Etag.of(intake.version()));
        standing.pointsAtQuota().ifPresent(message::setPointsAtQuota);
        intake.cutOff()
                .ifPresent(fixed ->
                        message.setCutOff(fixed.points()).setCutOffOn(fixed.on().toString()));
        return message.build();
    }

    static List<onepermit.permit.v1.IndicatorShare> shares(List<IndicatorShare> shares) {
        return shares.stream()
                .map(share -> onepermit.permit.v1.IndicatorShare.newBuilder()
                        .setIndicator(share.indicator())
                        .setPercent(share.percent())
                        .setMost(share.most())
                        .build())
                .toList();
    }
}
