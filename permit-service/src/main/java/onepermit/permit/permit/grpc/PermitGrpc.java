package onepermit.permit.permit.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.permit.v1.CancelRequest;
import onepermit.permit.v1.CancelResponse;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.CheckApplicationResponse;
import onepermit.permit.v1.EndorseRequest;
import onepermit.permit.v1.EndorseResponse;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.IssueRequest;
import onepermit.permit.v1.IssueResponse;
import onepermit.permit.v1.ListEndorsementsRequest;
import onepermit.permit.v1.ListEndorsementsResponse;
import onepermit.permit.v1.PermitServiceGrpc.PermitServiceImplBase;
import onepermit.permit.v1.ReplaceRequest;
import onepermit.permit.v1.ReplaceResponse;
import org.springframework.stereotype.Component;

@Component
class PermitGrpc extends PermitServiceImplBase {
    private final CheckApplicationCall checkApplication;
    private final IssueCall issue;
    private final EndorseCall endorse;
    private final EndCalls end;
    private final ListEndorsementsCall listEndorsements;
    private final GetPermitCall getPermit;

    PermitGrpc(
            CheckApplicationCall checkApplication,
            IssueCall issue,
            EndorseCall endorse,
            EndCalls end,
            ListEndorsementsCall listEndorsements,
            GetPermitCall getPermit) {
        this.checkApplication = checkApplication;
        this.issue = issue;
        this.endorse = endorse;
        this.end = end;
        this.listEndorsements = listEndorsements;
        this.getPermit = getPermit;
    }

    @Override
    public void checkApplication(CheckApplicationRequest request, StreamObserver<CheckApplicationResponse> answer) {
        answer.onNext(checkApplication.answer(request));
        answer.onCompleted();
    }

    @Override
    public void issue(IssueRequest request, StreamObserver<IssueResponse> answer) {
        answer.onNext(issue.answer(request));
        answer.onCompleted();
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> answer) {
        answer.onNext(endorse.answer(request));
        answer.onCompleted();
    }

    @Override
    public void replace(ReplaceRequest request, StreamObserver<ReplaceResponse> answer) {
        answer.onNext(end.replace(request));
        answer.onCompleted();
    }

    @Override
    public void cancel(CancelRequest request, StreamObserver<CancelResponse> answer) {
        answer.onNext(end.cancel(request));
        answer.onCompleted();
    }

    @Override
    public void listEndorsements(ListEndorsementsRequest request, StreamObserver<ListEndorsementsResponse> answer) {
        answer.onNext(listEndorsements.answer(request));
        answer.onCompleted();
    }

    @Override
    public void getPermit(GetPermitRequest request, StreamObserver<GetPermitResponse> answer) {
        answer.onNext(getPermit.answer(request));
        answer.onCompleted();
    }
}
