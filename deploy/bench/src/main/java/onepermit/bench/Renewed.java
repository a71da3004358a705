package onepermit.bench;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Puts a token on every call, and gets a new one in good time, aside: measuring takes longer than a token lives. */
final class Renewed implements ClientInterceptor {
    private static final Duration EVERY = Duration.ofMinutes(2);

    private volatile ClientInterceptor current;

    Renewed(Supplier<String> token) {
        this.current = with(token.get());
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("token").factory())
                .scheduleWithFixedDelay(
                        () -> current = with(token.get()), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return current.interceptCall(method, options, next);
    }

    private static ClientInterceptor with(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
