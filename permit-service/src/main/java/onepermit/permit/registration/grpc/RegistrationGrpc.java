package onepermit.permit.registration.grpc;

import io.grpc.stub.StreamObserver;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.ChangeAddressResponse;
import onepermit.permit.v1.CorrectPeriodRequest;
import onepermit.permit.v1.CorrectPeriodResponse;
import onepermit.permit.v1.EndRegistrationRequest;
import onepermit.permit.v1.EndRegistrationResponse;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.GetResidenceResponse;
import onepermit.permit.v1.RegisterRequest;
import onepermit.permit.v1.RegisterResponse;
import onepermit.permit.v1.RegistrationServiceGrpc.RegistrationServiceImplBase;
import org.springframework.stereotype.Component;

@Component
class RegistrationGrpc extends RegistrationServiceImplBase {
    private final RegisterCall register;
    private final ChangeAddressCall changeAddress;
    private final EndRegistrationCall endRegistration;
    private final CorrectPeriodCall correctPeriod;
    private final GetResidenceCall getResidence;

    RegistrationGrpc(
            RegisterCall register,
            ChangeAddressCall changeAddress,
            EndRegistrationCall endRegistration,
            CorrectPeriodCall correctPeriod,
            GetResidenceCall getResidence) {
        this.register = register;
        this.changeAddress = changeAddress;
        this.endRegistration = endRegistration;
        this.correctPeriod = correctPeriod;
        this.getResidence = getResidence;
    }

    @Override
    public void register(RegisterRequest request, StreamObserver<RegisterResponse> answer) {
        answer.onNext(register.answer(request));
        answer.onCompleted();
    }

    @Override
    public void changeAddress(ChangeAddressRequest request, StreamObserver<ChangeAddressResponse> answer) {
        answer.onNext(changeAddress.answer(request));
        answer.onCompleted();
    }

    @Override
    public void endRegistration(EndRegistrationRequest request, StreamObserver<EndRegistrationResponse> answer) {
        answer.onNext(endRegistration.answer(request));
        answer.onCompleted();
    }

    @Override
    public void correctPeriod(CorrectPeriodRequest request, StreamObserver<CorrectPeriodResponse> answer) {
        answer.onNext(correctPeriod.answer(request));
        answer.onCompleted();
    }

    @Override
    public void getResidence(GetResidenceRequest request, StreamObserver<GetResidenceResponse> answer) {
        answer.onNext(getResidence.answer(request));
        answer.onCompleted();
    }
}
