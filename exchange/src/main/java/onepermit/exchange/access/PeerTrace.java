package onepermit.exchange.access;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/** Carries the current trace to the other department (W3C {@code traceparent}), in place of the one that came in. */
public record PeerTrace(Tracer tracer, Propagator propagator) implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        Span span = tracer.currentSpan();
        ClientCall<Q, A> call = next.newCall(method, options);
        if (span == null) {
            return call;
        }
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                propagator.inject(span.context(), headers, PeerTrace::put);
                super.start(listener, headers);
            }
        };
    }

    private static void put(@Nullable Metadata headers, String key, String value) {
        if (headers != null) {
            Metadata.Key<String> name = Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER);
            headers.discardAll(name);
            headers.put(name, value);
        }
    }
}
