package onepermit.permit;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.IdentityServiceGrpc;
import onepermit.permit.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import onepermit.permit.v1.KinshipServiceGrpc;
import onepermit.permit.v1.KinshipServiceGrpc.KinshipServiceBlockingStub;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.PermitServiceGrpc.PermitServiceBlockingStub;
import onepermit.permit.v1.RegistrationServiceGrpc;
import onepermit.permit.v1.RegistrationServiceGrpc.RegistrationServiceBlockingStub;

/** Somebody with a token who calls the service over the wire. */
public final class Officer implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final String token;

    public Officer(int port, String token) {
        this.channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        this.token = token;
    }

    public static RequestContext context(Purpose purpose) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef("T-2025-000001")
                .build();
    }

    public PermitServiceBlockingStub permits() {
        return calling(PermitServiceGrpc.newBlockingStub(channel));
    }

    public RegistrationServiceBlockingStub registrations() {
        return calling(RegistrationServiceGrpc.newBlockingStub(channel));
    }

    public KinshipServiceBlockingStub kinships() {
        return calling(KinshipServiceGrpc.newBlockingStub(channel));
    }

    public IdentityServiceBlockingStub names() {
        return calling(IdentityServiceGrpc.newBlockingStub(channel));
    }

    /** Brings a file and waits for its end. */
    public ImportResponse load(String kind, String... lines) {
        CompletableFuture<ImportResponse> done = new CompletableFuture<>();
        StreamObserver<ImportRequest> file =
                calling(ImportServiceGrpc.newStub(channel)).import_(new Answers(done));
        file.onNext(ImportRequest.newBuilder()
                .setKind(kind)
                .setChunk(ByteString.copyFromUtf8(String.join("\n", lines) + "\n"))
                .build());
        file.onCompleted();
        return done.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private <S extends AbstractStub<S>> S calling(S stub) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return stub.withDeadlineAfter(20, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private record Answers(CompletableFuture<ImportResponse> done) implements StreamObserver<ImportResponse> {
        @Override
        public void onNext(ImportResponse answer) {
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
