package onepermit.exchange.rpc;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceImplBase;
import onepermit.education.v1.LineError;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.education.v1.VerifyEligibilityResponse;
import onepermit.exchange.access.Callers;
import onepermit.exchange.access.Requests;
import onepermit.exchange.v1.Decision;
import org.jspecify.annotations.Nullable;

/** A handler that answers with its caller, counts what reaches it, and fails as told. */
final class Admissions extends AdmissionServiceImplBase {
    final AtomicInteger reached = new AtomicInteger();
    volatile Function<VerifyEligibilityRequest, Decision> answer = request -> Decision.newBuilder()
            .setId(Callers.current().subject() + "@" + Callers.current().division())
            .build();

    @Nullable
    Requests requests;

    @Override
    public void verifyEligibility(
            VerifyEligibilityRequest request, StreamObserver<VerifyEligibilityResponse> responses) {
        reached.incrementAndGet();
        responses.onNext(VerifyEligibilityResponse.newBuilder()
                .setDecision(answer.apply(request))
                .build());
        responses.onCompleted();
    }

    @Override
    public StreamObserver<VerifyEligibilityBatchRequest> verifyEligibilityBatch(
            StreamObserver<VerifyEligibilityBatchResponse> responses) {
        return new StreamObserver<>() {
            @Override
            public void onNext(VerifyEligibilityBatchRequest line) {
                responses.onNext(line(line));
            }

            @Override
            public void onError(Throwable gone) {}

            @Override
            public void onCompleted() {
                responses.onCompleted();
            }
        };
    }

    private VerifyEligibilityBatchResponse line(VerifyEligibilityBatchRequest line) {
        VerifyEligibilityBatchResponse.Builder response =
                VerifyEligibilityBatchResponse.newBuilder().setKey(line.getKey());
        try {
            java.util.Objects.requireNonNull(requests).check(line.getRequest());
            return response.setDecision(answer.apply(line.getRequest())).build();
        } catch (RefusalException e) {
            Refusal refusal = e.refusal();
            return response.setError(LineError.newBuilder()
                            .setCode(refusal.code().name())
                            .setReason(refusal.reason())
                            .setField(refusal.field())
                            .setText(refusal.text()))
                    .build();
        }
    }
}
