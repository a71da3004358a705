package onepermit.permit.recognition.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.recognition.Recognition;
import onepermit.permit.recognition.VerifyPermit;
import onepermit.permit.v1.PermitStatus;
import onepermit.permit.v1.RecognitionOutcome;
import onepermit.permit.v1.RecognitionServiceGrpc;
import onepermit.permit.v1.VerifyPermitRequest;
import onepermit.permit.v1.VerifyPermitResponse;
import org.springframework.stereotype.Component;

@Component
class RecognitionGrpc extends RecognitionServiceGrpc.RecognitionServiceImplBase {
    private static final String DATASET = "permit.status";

    private final RequestFields fields;
    private final HeldPermits held;
    private final VerifyPermit verify;
    private final Looks looks;
    private final Clock clock;

    RecognitionGrpc(RequestFields fields, HeldPermits held, VerifyPermit verify, Looks looks, Clock clock) {
        this.fields = fields;
        this.held = held;
        this.verify = verify;
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public void verifyPermit(VerifyPermitRequest request, StreamObserver<VerifyPermitResponse> answer) {
        fields.requireAgreed(DATASET, request.getContext());
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        DivisionCode asking = fields.ownDivision("division", request.getDivision(), request.getContext());
        Recognition found = verify.verify(held.of(person), asking, request.getService(), LocalDate.now(clock));
        answer.onNext(looks.recorded(
                RecognitionServiceGrpc.getVerifyPermitMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of(DATASET),
                message(found)));
        answer.onCompleted();
    }

    private static VerifyPermitResponse message(Recognition found) {
        VerifyPermitResponse.Builder message = VerifyPermitResponse.newBuilder()
                .setOutcome(
                        switch (found.outcome()) {
                            case RECOGNISED -> RecognitionOutcome.RECOGNITION_OUTCOME_RECOGNISED;
                            case NOT_ACTIVE -> RecognitionOutcome.RECOGNITION_OUTCOME_NOT_ACTIVE;
                            case NOT_COVERED -> RecognitionOutcome.RECOGNITION_OUTCOME_NOT_COVERED;
                            case NOT_IN_FORCE -> RecognitionOutcome.RECOGNITION_OUTCOME_NOT_IN_FORCE;
                        })
                .setDocument(found.document());
        if (found.status() != null) {
            message.setStatus(
                    switch (found.status()) {
                        case ACTIVE -> PermitStatus.PERMIT_STATUS_ACTIVE;
                        case SUSPENDED -> PermitStatus.PERMIT_STATUS_SUSPENDED;
                        case CANCELLED -> PermitStatus.PERMIT_STATUS_CANCELLED;
                    });
        }
        if (found.validTo() != null) {
            message.setValidTo(found.validTo().toString());
        }
        return message.build();
    }
}
