package onepermit.exchange.rpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** No call without a deadline, and none beyond the house's own limit. */
public final class DeadlineDemand implements ServerInterceptor {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());
    private final Duration longest;
    private final Duration longestStream;

    public DeadlineDemand(Duration longest, Duration longestStream) {
        this.longest = longest;
        this.longestStream = longestStream;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!House.owns(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        Deadline asked = Context.current().getDeadline();
        if (asked == null) {
            throw new RefusalException(Refusal.invalid(
                    "DEADLINE_REQUIRED", "grpc-timeout", "send a deadline with every call, e.g. 5 seconds"));
        }
        long limit = limit(call).toNanos();
        return asked.timeRemaining(TimeUnit.NANOSECONDS) <= limit
                ? next.startCall(call, headers)
                : shortened(limit, call, headers, next);
    }

    private <Q, A> ServerCall.Listener<Q> shortened(
            long nanos, ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Context within = Context.current().withDeadlineAfter(nanos, TimeUnit.NANOSECONDS, timer);
        return new Late<>(Contexts.interceptCall(within, call, headers, next), within);
    }

    private Duration limit(ServerCall<?, ?> call) {
        return call.getMethodDescriptor().getType() == MethodType.UNARY ? longest : longestStream;
    }

    /** What work throws because its time was over is no fault of its own. */
    private static final class Late<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Context within;

        Late(ServerCall.Listener<Q> handler, Context within) {
            super(handler);
            this.within = within;
        }

        @Override
        public void onMessage(Q message) {
            late(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            late(super::onHalfClose);
        }

        private void late(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (within.isCancelled()) {
                    throw Status.DEADLINE_EXCEEDED.withCause(e).asRuntimeException();
                }
                throw e;
            }
        }
    }
}
