package onepermit.exchange.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Times every call by method and code, also one whose caller went away; nothing of the request becomes a label. */
public final class CallTimers implements ServerInterceptor {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
        Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
        Duration.ofMillis(1000), Duration.ofMillis(5000)
    };

    private record Series(String method, Status.Code code) {}

    private final ConcurrentHashMap<Series, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    public CallTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Timed<Q, A> timed = new Timed<>(call);
        return new SimpleForwardingServerCallListener<>(next.startCall(timed, headers)) {
            @Override
            public void onCancel() {
                timed.ended(Status.Code.CANCELLED);
                super.onCancel();
            }
        };
    }

    private Timer timer(String method, Status.Code code) {
        return timers.computeIfAbsent(
                new Series(method, code),
                series -> Timer.builder("onepermit.calls")
                        .description("Calls answered, by method and gRPC code")
                        .tag("method", series.method())
                        .tag("code", series.code().name())
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }

    private final class Timed<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final long began = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();

        Timed(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(status, trailers);
            ended(isCancelled() ? Status.Code.CANCELLED : status.getCode());
        }

        /** Once: a caller may go away while the answer is being closed. */
        void ended(Status.Code code) {
            if (!ended.getAndSet(true)) {
                timer(getMethodDescriptor().getFullMethodName(), code)
                        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        }
    }
}
