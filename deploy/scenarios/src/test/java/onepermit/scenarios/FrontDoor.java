package onepermit.scenarios;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** The gateway's gRPC door with a token of a role and division, as an integrator would open it. */
final class FrontDoor implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER);
    private final ManagedChannel channel;
    private final Tokens tokens;

    FrontDoor(Stack stack) {
        this.channel =
                NettyChannelBuilder.forTarget(stack.grpc()).usePlaintext().build();
        this.tokens = new Tokens(stack);
    }

    ManagedChannel channel() {
        return channel;
    }

    String token(String role, String division) {
        return tokens.of(role, division);
    }

    String auditor(String department) {
        return tokens.auditor(department);
    }

    String resident(String citizenId) {
        return tokens.resident(citizenId);
    }

    /** For a department's own port. */
    String exchanged(String role, String division, String department) {
        return tokens.exchanged(tokens.of(role, division), department);
    }

    /** The stub as used by an officer of a role in a division, with a deadline of ten seconds from now. */
    <S extends AbstractStub<S>> S as(String role, String division, S stub) {
        return stub.withCallCredentials(bearer(role, division, "")).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    /** The same at one department, for the services that every department has. */
    <S extends AbstractStub<S>> S at(String department, String role, S stub) {
        return stub.withCallCredentials(bearer(role, "", department)).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** The same of an officer of a division. */
    <S extends AbstractStub<S>> S at(String department, String role, String division, S stub) {
        return stub.withCallCredentials(bearer(role, division, department)).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    static RequestContext context(Purpose purpose, String caseRef) {
        return RequestContext.newBuilder()
                .setPurpose(purpose)
                .setCaseRef(caseRef)
                .build();
    }

    private CallCredentials bearer(String role, String division, String department) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
                var headers = new Metadata();
                try {
                    headers.put(AUTHORIZATION, "Bearer " + tokens.of(role, division));
                } catch (IllegalStateException issuerIsDown) {
                    applier.fail(Status.UNAVAILABLE.withCause(issuerIsDown));
                    return;
                }
                if (!department.isEmpty()) {
                    headers.put(DEPARTMENT, department);
                }
                applier.apply(headers);
            }
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
