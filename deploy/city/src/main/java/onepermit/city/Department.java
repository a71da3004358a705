package onepermit.city;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The line to one department, with a fresh token on every call. */
final class Department implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final Supplier<String> token;

    Department(String address, Supplier<String> token) {
        this.channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
        this.token = token;
    }

    ManagedChannel channel() {
        return channel;
    }

    CallCredentials credentials() {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
                Metadata headers = new Metadata();
                headers.put(AUTHORIZATION, "Bearer " + token.get());
                applier.apply(headers);
            }
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
