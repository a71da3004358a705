package onepermit.social.points.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.RecordedCalls;
import onepermit.social.RequestFields;
import onepermit.social.points.EstimateScore;
import onepermit.social.points.ReadPoints;
import onepermit.social.points.Sheet;
import onepermit.social.v1.AcceptPointsRequest;
import onepermit.social.v1.AcceptPointsResponse;
import onepermit.social.v1.DetermineScoreRequest;
import onepermit.social.v1.DetermineScoreResponse;
import onepermit.social.v1.EstimateScoreRequest;
import onepermit.social.v1.EstimateScoreResponse;
import onepermit.social.v1.FilePointsRequest;
import onepermit.social.v1.FilePointsResponse;
import onepermit.social.v1.GetPointsRequest;
import onepermit.social.v1.GetPointsResponse;
import onepermit.social.v1.ListPointsFilingsRequest;
import onepermit.social.v1.ListPointsFilingsResponse;
import onepermit.social.v1.PointsServiceGrpc;
import onepermit.social.v1.PointsServiceGrpc.PointsServiceImplBase;
import onepermit.social.v1.ScorePointsRequest;
import onepermit.social.v1.ScorePointsResponse;
import org.springframework.stereotype.Component;

/** {@code PointsService} on the wire. */
@Component
class PointsEndpoint extends PointsServiceImplBase {
    private static final int USUAL_PAGE = 50;

    private final EstimateScore estimate;
    private final PointsChanges changes;
    private final ScoreCall score;
    private final ReadPoints read;
    private final RequestFields fields;
    private final PointsMessages messages;
    private final RecordedCalls calls;

    PointsEndpoint(
            EstimateScore estimate,
            PointsChanges changes,
            ScoreCall score,
            ReadPoints read,
            RequestFields fields,
            PointsMessages messages,
            RecordedCalls calls) {
        this.estimate = estimate;
        this.changes = changes;
        this.score = score;
        this.read = read;
        this.fields = fields;
        this.messages = messages;
        this.calls = calls;
    }

    @Override
    public void estimateScore(EstimateScoreRequest request, StreamObserver<EstimateScoreResponse> answer) {
        Sheet sheet = estimate.of(new EstimateScore.Told(
                fields.division("division", request.getDivision()),
                fields.pastDateOrToday("born", request.getBorn()),
                fields.dateOrToday("on", request.getOn()),
                request.getInsuranceMonths(),
                request.getBasePercentsList(),
                Items.claims(request.getClaimsList())));
        answer.onNext(EstimateScoreResponse.newBuilder()
                .setSheet(SheetMessage.of(sheet, sheet.decision()))
                .build());
        answer.onCompleted();
    }

    @Override
    public void filePoints(FilePointsRequest request, StreamObserver<FilePointsResponse> answer) {
        answer.onNext(changes.file(request));
        answer.onCompleted();
    }

    @Override
    public void acceptPoints(AcceptPointsRequest request, StreamObserver<AcceptPointsResponse> answer) {
        answer.onNext(changes.accept(request));
        answer.onCompleted();
    }

    @Override
    public void scorePoints(ScorePointsRequest request, StreamObserver<ScorePointsResponse> answer) {
        answer.onNext(score.answer(request));
        answer.onCompleted();
    }

    @Override
    public void determineScore(DetermineScoreRequest request, StreamObserver<DetermineScoreResponse> answer) {
        answer.onNext(changes.determine(request));
        answer.onCompleted();
    }

    @Override
    public void getPoints(GetPointsRequest request, StreamObserver<GetPointsResponse> answer) {
        PersonKey person = fields.person(request.getCitizenId());
        var look = RecordedCalls.look(
                person, PointsServiceGrpc.getGetPointsMethod(), request.getContext(), PointsChanges.DATASETS);
        answer.onNext(calls.recorded(look, () -> points(person)));
        answer.onCompleted();
    }

    private GetPointsResponse points(PersonKey person) {
        ReadPoints.Points points = read.of(person, fields::own);
        GetPointsResponse.Builder response = GetPointsResponse.newBuilder();
        points.score().ifPresent(fixed -> response.setPoints(messages.points(fixed)));
        points.filing().ifPresent(filing -> response.setFiling(messages.filing(filing)));
        return response.build();
    }

    @Override
    public void listPointsFilings(ListPointsFilingsRequest request, StreamObserver<ListPointsFilingsResponse> answer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        ReadPoints.Page page = read.open(
                fields.ownDivision("division", request.getDivision()),
                request.getOverdueOnly(),
                request.getPageToken(),
                size);
        ListPointsFilingsResponse.Builder response = ListPointsFilingsResponse.newBuilder()
                .setNextPageToken(page.next())
                .setOverdue(page.overdue());
        page.filings().forEach(filing -> response.addFilings(messages.filing(filing)));
        answer.onNext(response.build());
        answer.onCompleted();
    }
}
