package onepermit.exchange.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Goes on with the caller's trace (W3C {@code traceparent}) and is the current span while the handler works. */
public final class CallTraces implements ServerInterceptor {
    private static final Propagator.Getter<Metadata> HEADERS =
            (headers, key) -> headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));

    private final Tracer tracer;
    private final Propagator propagator;

    public CallTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Span span = propagator
                .extract(headers, HEADERS)
                .kind(Span.Kind.SERVER)
                .name(call.getMethodDescriptor().getFullMethodName())
                .start();
        if (span.isNoop()) {
            return next.startCall(call, headers);
        }
        try (Tracer.SpanInScope current = tracer.withSpan(span)) {
            return new Within<>(next.startCall(new Ending<>(call, span), headers), span);
        }
    }

    private static final class Ending<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Span span;

        Ending(ServerCall<Q, A> call, Span span) {
            super(call);
            this.span = span;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            span.tag("rpc.grpc.status_code", status.getCode().value());
            super.close(status, trailers);
        }
    }

    private final class Within<Q> extends ForwardingServerCallListener<Q> {
        private final ServerCall.Listener<Q> handler;
        private final Span span;

        Within(ServerCall.Listener<Q> handler, Span span) {
            this.handler = handler;
            this.span = span;
        }

        @Override
        protected ServerCall.Listener<Q> delegate() {
            return handler;
        }

        @Override
        public void onMessage(Q message) {
            try (Tracer.SpanInScope current = tracer.withSpan(span)) {
                handler.onMessage(message);
            }
        }

        @Override
        public void onHalfClose() {
            try (Tracer.SpanInScope current = tracer.withSpan(span)) {
                handler.onHalfClose();
            }
        }

        @Override
        public void onComplete() {
            span.end();
            handler.onComplete();
        }

        @Override
        public void onCancel() {
            span.end();
            handler.onCancel();
        }
    }
}
