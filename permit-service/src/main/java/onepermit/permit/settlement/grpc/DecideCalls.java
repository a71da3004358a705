package onepermit.permit.settlement.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.settlement.EstimateSettlement;
import onepermit.permit.settlement.ReadSettlements;
import onepermit.permit.settlement.ScoreSettlement;
import onepermit.permit.settlement.SettlementFiling;
import onepermit.permit.settlement.SettlementSheet;
import onepermit.permit.v1.CheckSettlementRequest;
import onepermit.permit.v1.CheckSettlementResponse;
import onepermit.permit.v1.EstimateSettlementRequest;
import onepermit.permit.v1.EstimateSettlementResponse;
import onepermit.permit.v1.ScoreSettlementRequest;
import onepermit.permit.v1.ScoreSettlementResponse;
import onepermit.permit.v1.SettlementServiceGrpc;
import org.springframework.stereotype.Component;

/** Decisions on settlement: those about a person are stored, an estimate is not. */
@Component
class DecideCalls {
    private final EstimateSettlement estimate;
    private final ScoreSettlement score;
    private final ReadSettlements read;
    private final Decisions decisions;
    private final RequestFields fields;
    private final Looks looks;

    DecideCalls(
            EstimateSettlement estimate,
            ScoreSettlement score,
            ReadSettlements read,
            Decisions decisions,
            RequestFields fields,
            Looks looks) {
        this.estimate = estimate;
        this.score = score;
        this.read = read;
        this.decisions = decisions;
        this.fields = fields;
        this.looks = looks;
    }

    EstimateSettlementResponse estimate(EstimateSettlementRequest request) {
        SettlementSheet sheet = estimate.of(new EstimateSettlement.Told(
                fields.division("division", request.getDivision()),
                fields.pastDate("born", request.getBorn()),
                Sex.valueOf(request.getSex()),
                request.getOn().isEmpty() ? fields.pastDateOrToday("on", "") : Dates.read("on", request.getOn()),
                request.getInsuranceMonths(),
                request.getInsuranceMonthsInStudy(),
                request.getOwnedMonths(),
                request.getOtherMonths(),
                request.getPermit(),
                request.getJob(),
                SettlementItems.claims(request.getClaimsList())));
        return EstimateSettlementResponse.newBuilder()
                .setSheet(SettlementMessages.sheet(sheet, sheet.decision()))
                .build();
    }

    ScoreSettlementResponse score(ScoreSettlementRequest request) {
        CitizenId citizen = fields.citizen("citizen_id", request.getCitizenId());
        PersonKey person = fields.key(citizen);
        Look look = look(
                person, SettlementServiceGrpc.getScoreSettlementMethod().getFullMethodName(), request.getContext());
        SettlementFiling filing = looks.refusalsToo(look, () -> read.filing(request.getNumber(), person, fields::owns));
        SettlementSheet sheet = looks.refusalsToo(look, () -> score.score(filing, citizen, request.getContext()));
        return ScoreSettlementResponse.newBuilder()
                .setSheet(SettlementMessages.sheet(sheet, decisions.answer(sheet.decision(), look, filing.division())))
                .setEtag(Etag.of(filing.version()))
                .build();
    }

    CheckSettlementResponse check(CheckSettlementRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        CitizenId citizen = fields.citizen("citizen_id", request.getCitizenId());
        PersonKey person = fields.key(citizen);
        LocalDate on = fields.pastDateOrToday("applied_on", request.getAppliedOn());
        Look look = look(
                person, SettlementServiceGrpc.getCheckSettlementMethod().getFullMethodName(), request.getContext());
        var decided = looks.refusalsToo(look, () -> score.check(citizen, person, division, on, request.getContext()));
        return CheckSettlementResponse.newBuilder()
                .setDecision(decisions.answer(decided, look, division))
                .build();
    }

    private static Look look(PersonKey person, String method, RequestContext context) {
        return new Look(Callers.current(), context, method, List.of(person), FilingCalls.DATASETS);
    }
}
