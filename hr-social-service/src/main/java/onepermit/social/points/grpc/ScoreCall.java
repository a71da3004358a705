package onepermit.social.points.grpc;

import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Basis;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.Decision;
import onepermit.social.RecordedCalls;
import onepermit.social.RequestFields;
import onepermit.social.points.Filing;
import onepermit.social.points.ReadPoints;
import onepermit.social.points.RedecideScore;
import onepermit.social.points.ScorePoints;
import onepermit.social.points.Sheet;
import onepermit.social.v1.PointsServiceGrpc;
import onepermit.social.v1.ScorePointsRequest;
import onepermit.social.v1.ScorePointsResponse;
import org.springframework.stereotype.Component;

/** Scores a filing and stores the decision. */
@Component
class ScoreCall {
    private final ScorePoints score;
    private final RedecideScore again;
    private final ReadPoints read;
    private final Decisions decisions;
    private final RequestFields fields;
    private final RecordedCalls calls;

    ScoreCall(
            ScorePoints score,
            RedecideScore again,
            ReadPoints read,
            Decisions decisions,
            RequestFields fields,
            RecordedCalls calls) {
        this.again = again;
        this.score = score;
        this.read = read;
        this.decisions = decisions;
        this.fields = fields;
        this.calls = calls;
    }

    ScorePointsResponse answer(ScorePointsRequest request) {
        CitizenId citizen = fields.citizen(request.getCitizenId());
        PersonKey person = fields.key(citizen);
        Look look = RecordedCalls.look(
                person, PointsServiceGrpc.getScorePointsMethod(), request.getContext(), PointsChanges.DATASETS);
        Filing filing = calls.refusalsToo(look, () -> read.filing(request.getFilingId(), person, fields::own));
        Basis basis = again.basis(filing);
        Sheet sheet = calls.refusalsToo(look, () -> score.score(filing, citizen.birthDate(), request.getContext()));
        Decision decision = decisions.answer(sheet.decision(), look, filing.division());
        again.watch(filing, citizen.birthDate(), decision, basis);
        return ScorePointsResponse.newBuilder()
                .setSheet(SheetMessage.of(sheet, decision))
                .setEtag(Etag.of(filing.version()))
                .build();
    }
}
