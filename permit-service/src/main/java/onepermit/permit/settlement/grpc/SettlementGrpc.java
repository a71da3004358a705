package onepermit.permit.settlement.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.permit.v1.CheckSettlementRequest;
import onepermit.permit.v1.CheckSettlementResponse;
import onepermit.permit.v1.DetermineSettlementRequest;
import onepermit.permit.v1.DetermineSettlementResponse;
import onepermit.permit.v1.DisqualifySettlementRequest;
import onepermit.permit.v1.DisqualifySettlementResponse;
import onepermit.permit.v1.EstimateSettlementRequest;
import onepermit.permit.v1.EstimateSettlementResponse;
import onepermit.permit.v1.FileSettlementRequest;
import onepermit.permit.v1.FileSettlementResponse;
import onepermit.permit.v1.FixCutOffRequest;
import onepermit.permit.v1.FixCutOffResponse;
import onepermit.permit.v1.GetIntakeRequest;
import onepermit.permit.v1.GetIntakeResponse;
import onepermit.permit.v1.GetSettlementListRequest;
import onepermit.permit.v1.GetSettlementListResponse;
import onepermit.permit.v1.GetSettlementRequest;
import onepermit.permit.v1.GetSettlementResponse;
import onepermit.permit.v1.OpenIntakeRequest;
import onepermit.permit.v1.OpenIntakeResponse;
import onepermit.permit.v1.RankSettlementRequest;
import onepermit.permit.v1.RankSettlementResponse;
import onepermit.permit.v1.ReviewSettlementRequest;
import onepermit.permit.v1.ReviewSettlementResponse;
import onepermit.permit.v1.ScoreSettlementRequest;
import onepermit.permit.v1.ScoreSettlementResponse;
import onepermit.permit.v1.SettlementServiceGrpc.SettlementServiceImplBase;
import onepermit.permit.v1.SimulateRankingRequest;
import onepermit.permit.v1.SimulateRankingResponse;
import org.springframework.stereotype.Component;

/** {@code SettlementService} on the wire. */
@Component
class SettlementGrpc extends SettlementServiceImplBase {
    private final DecideCalls decide;
    private final FilingCalls filings;
    private final IntakeCalls intakes;
    private final ListCalls lists;

    SettlementGrpc(DecideCalls decide, FilingCalls filings, IntakeCalls intakes, ListCalls lists) {
        this.decide = decide;
        this.filings = filings;
        this.intakes = intakes;
        this.lists = lists;
    }

    @Override
    public void estimateSettlement(
            EstimateSettlementRequest request, StreamObserver<EstimateSettlementResponse> answer) {
        answer.onNext(decide.estimate(request));
        answer.onCompleted();
    }

    @Override
    public void openIntake(OpenIntakeRequest request, StreamObserver<OpenIntakeResponse> answer) {
        answer.onNext(intakes.open(request));
        answer.onCompleted();
    }

    @Override
    public void getIntake(GetIntakeRequest request, StreamObserver<GetIntakeResponse> answer) {
        answer.onNext(intakes.get(request));
        answer.onCompleted();
    }

    @Override
    public void fileSettlement(FileSettlementRequest request, StreamObserver<FileSettlementResponse> answer) {
        answer.onNext(filings.file(request));
        answer.onCompleted();
    }

    @Override
    public void reviewSettlement(ReviewSettlementRequest request, StreamObserver<ReviewSettlementResponse> answer) {
        answer.onNext(filings.review(request));
        answer.onCompleted();
    }

    @Override
    public void scoreSettlement(ScoreSettlementRequest request, StreamObserver<ScoreSettlementResponse> answer) {
        answer.onNext(decide.score(request));
        answer.onCompleted();
    }

    @Override
    public void checkSettlement(CheckSettlementRequest request, StreamObserver<CheckSettlementResponse> answer) {
        answer.onNext(decide.check(request));
        answer.onCompleted();
    }

    @Override
    public void determineSettlement(
            DetermineSettlementRequest request, StreamObserver<DetermineSettlementResponse> answer) {
        answer.onNext(filings.determine(request));
        answer.onCompleted();
    }

    @Override
    public void getSettlement(GetSettlementRequest request, StreamObserver<GetSettlementResponse> answer) {
        answer.onNext(filings.get(request));
        answer.onCompleted();
    }

    @Override
    public void disqualifySettlement(
            DisqualifySettlementRequest request, StreamObserver<DisqualifySettlementResponse> answer) {
        answer.onNext(filings.disqualify(request));
        answer.onCompleted();
    }

    @Override
    public void rankSettlement(RankSettlementRequest request, StreamObserver<RankSettlementResponse> answer) {
        answer.onNext(intakes.rank(request));
        answer.onCompleted();
    }

    @Override
    public void fixCutOff(FixCutOffRequest request, StreamObserver<FixCutOffResponse> answer) {
        answer.onNext(intakes.fixCutOff(request));
        answer.onCompleted();
    }

    @Override
    public void getSettlementList(GetSettlementListRequest request, StreamObserver<GetSettlementListResponse> answer) {
        answer.onNext(lists.list(request));
        answer.onCompleted();
    }

    @Override
    public void simulateRanking(SimulateRankingRequest request, StreamObserver<SimulateRankingResponse> answer) {
        answer.onNext(lists.simulate(request));
        answer.onCompleted();
    }
}
