package onepermit.permit.filing.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.permit.v1.DecideRequest;
import onepermit.permit.v1.DecideResponse;
import onepermit.permit.v1.GetApplicationRequest;
import onepermit.permit.v1.GetApplicationResponse;
import onepermit.permit.v1.ListApplicationsRequest;
import onepermit.permit.v1.ListApplicationsResponse;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplicationServiceGrpc.PermitApplicationServiceImplBase;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.SupplementRequest;
import onepermit.permit.v1.SupplementResponse;
import onepermit.permit.v1.WithdrawRequest;
import onepermit.permit.v1.WithdrawResponse;
import org.springframework.stereotype.Component;

@Component
class ApplicationGrpc extends PermitApplicationServiceImplBase {
    private final OpenCall open;
    private final HandInCalls handIn;
    private final ReadCalls read;
    private final DecideCall decide;

    ApplicationGrpc(OpenCall open, HandInCalls handIn, ReadCalls read, DecideCall decide) {
        this.open = open;
        this.handIn = handIn;
        this.read = read;
        this.decide = decide;
    }

    @Override
    public void open(OpenRequest request, StreamObserver<OpenResponse> answer) {
        answer.onNext(open.answer(request));
        answer.onCompleted();
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> answer) {
        answer.onNext(handIn.submit(request));
        answer.onCompleted();
    }

    @Override
    public void getApplication(GetApplicationRequest request, StreamObserver<GetApplicationResponse> answer) {
        answer.onNext(read.get(request));
        answer.onCompleted();
    }

    @Override
    public void listApplications(ListApplicationsRequest request, StreamObserver<ListApplicationsResponse> answer) {
        answer.onNext(read.list(request));
        answer.onCompleted();
    }

    @Override
    public void supplement(SupplementRequest request, StreamObserver<SupplementResponse> answer) {
        answer.onNext(handIn.supplement(request));
        answer.onCompleted();
    }

    @Override
    public void withdraw(WithdrawRequest request, StreamObserver<WithdrawResponse> answer) {
        answer.onNext(decide.withdraw(request));
        answer.onCompleted();
    }

    @Override
    public void decide(DecideRequest request, StreamObserver<DecideResponse> answer) {
        answer.onNext(decide.answer(request));
        answer.onCompleted();
    }
}
