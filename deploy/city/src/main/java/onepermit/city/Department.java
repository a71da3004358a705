package onepermit.city;

import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The line to one department, its own or through the gateway, with a fresh token on every call. */
final class Department implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final String name;
    private final Supplier<String> token;

    Department(String name, String address, Supplier<String> token) {
        this.name = name;
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
                headers.put(DEPARTMENT, name);
                applier.apply(headers);
            }
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
