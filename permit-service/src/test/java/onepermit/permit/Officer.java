package onepermit.permit;

import com.google.protobuf.ByteString;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RejectedLine;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.EntitlementServiceGrpc;
import onepermit.permit.v1.EntitlementServiceGrpc.EntitlementServiceBlockingStub;
import onepermit.permit.v1.IdentityServiceGrpc;
import onepermit.permit.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import onepermit.permit.v1.KinshipServiceGrpc;
import onepermit.permit.v1.KinshipServiceGrpc.KinshipServiceBlockingStub;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.PermitApplicationServiceGrpc.PermitApplicationServiceBlockingStub;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.PermitServiceGrpc.PermitServiceBlockingStub;
import onepermit.permit.v1.RecognitionServiceGrpc;
import onepermit.permit.v1.RecognitionServiceGrpc.RecognitionServiceBlockingStub;
import onepermit.permit.v1.RegistrationServiceGrpc;
import onepermit.permit.v1.RegistrationServiceGrpc.RegistrationServiceBlockingStub;
import onepermit.permit.v1.SettlementServiceGrpc;
import onepermit.permit.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.StationServiceGrpc.StationServiceBlockingStub;

/** Somebody with a token who calls the service over the wire. */
public record Officer(RunningService service, String division) {

    public static RequestContext context(Purpose purpose) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef("T-2025-000001")
                .build();
    }

    public PermitServiceBlockingStub permits() {
        return calling(PermitServiceGrpc.newBlockingStub(service.channel()));
    }

    public PermitApplicationServiceBlockingStub applications() {
        return calling(PermitApplicationServiceGrpc.newBlockingStub(service.channel()));
    }

    public EntitlementServiceBlockingStub entitlements() {
        return calling(EntitlementServiceGrpc.newBlockingStub(service.channel()));
    }

    public RecognitionServiceBlockingStub recognitions() {
        return calling(RecognitionServiceGrpc.newBlockingStub(service.channel()));
    }

    public RegistrationServiceBlockingStub registrations() {
        return calling(RegistrationServiceGrpc.newBlockingStub(service.channel()));
    }

    public KinshipServiceBlockingStub kinships() {
        return calling(KinshipServiceGrpc.newBlockingStub(service.channel()));
    }

    public IdentityServiceBlockingStub names() {
        return calling(IdentityServiceGrpc.newBlockingStub(service.channel()));
    }

    public SettlementServiceBlockingStub settlements() {
        return calling(SettlementServiceGrpc.newBlockingStub(service.channel()));
    }

    public StationServiceBlockingStub stations() {
        return calling(StationServiceGrpc.newBlockingStub(service.channel()));
    }

    /** Brings a file, as an operator, and waits for its end. */
    public Loaded load(String kind, String header, String... lines) {
        Answers answers = new Answers(new ArrayList<>(), new CompletableFuture<>());
        StreamObserver<ImportRequest> file = service.as("operator", ImportServiceGrpc.newStub(service.channel()))
                .import_(answers);
        file.onNext(ImportRequest.newBuilder()
                .setKind(kind)
                .setChunk(ByteString.copyFromUtf8(header + "\n" + String.join("\n", lines) + "\n"))
                .build());
        file.onCompleted();
        ImportResponse last = answers.done().orTimeout(30, TimeUnit.SECONDS).join();
        return new Loaded(last.getAccepted(), answers.rejects());
    }

    private <S extends AbstractStub<S>> S calling(S stub) {
        return service.as("permit-officer", "permit", division, stub);
    }

    /** What came of a file. */
    public record Loaded(long accepted, List<RejectedLine> rejects) {}

    private record Answers(List<RejectedLine> rejects, CompletableFuture<ImportResponse> done)
            implements StreamObserver<ImportResponse> {
        @Override
        public void onNext(ImportResponse answer) {
            rejects.addAll(answer.getRejectsList());
            if (answer.getDone()) {
                done.complete(answer);
            }
        }

        @Override
        public void onError(Throwable error) {
            done.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {
            done.completeExceptionally(new AssertionError("the import ended without saying that it is done"));
        }
    }
}
