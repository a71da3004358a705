package onepermit.exchange.rpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Officers first: beyond so many single calls in flight the next is refused at once, so that those inside still end in time; long before that no
 * stream begins or goes on, and before that no case is decided again.
 */
public final class CallLimit implements ServerInterceptor {
    /** Where nobody calls. */
    public static final CallLimit NONE = new CallLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final int most;
    private final int batches;
    private final int redecisions;

    /**
     * @param most single calls at once
     * @param batches single calls at once from which streams wait
     * @param redecisions single calls at once from which re-decisions wait
     */
    public CallLimit(int most, int batches, int redecisions) {
        this.most = most;
        this.batches = batches;
        this.redecisions = redecisions;
    }

    /** Whether so many single calls are in flight that no case is decided again now. */
    public boolean crowded() {
        return inFlight.get() >= redecisions;
    }

    /** For each step of a stream: waits while single calls need the machine, so that the sender is slowed; refuses when that takes too long. */
    public void afterOfficers() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (inFlight.get() >= batches) {
            if (System.nanoTime() > until) {
                throw batchLater();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() != MethodType.UNARY) {
            return stream(call, headers, next);
        }
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            throw new RefusalException(
                    new Refusal(Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS", "", "too many calls at once; try again"));
        }
        return counted(next, call, headers);
    }

    private <Q, A> ServerCall.Listener<Q> stream(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (House.owns(call.getMethodDescriptor()) && inFlight.get() >= batches) {
            throw batchLater();
        }
        return next.startCall(call, headers);
    }

    private static RefusalException batchLater() {
        return new RefusalException(new Refusal(
                Code.RESOURCE_EXHAUSTED,
                "BATCH_LATER",
                "",
                "officers' questions go before batches and there are many now; go on later"));
    }

    private <Q, A> ServerCall.Listener<Q> counted(
            ServerCallHandler<Q, A> next, ServerCall<Q, A> call, Metadata headers) {
        return new SimpleForwardingServerCallListener<>(start(next, call, headers)) {
            @Override
            public void onComplete() {
                inFlight.decrementAndGet();
                super.onComplete();
            }

            @Override
            public void onCancel() {
                inFlight.decrementAndGet();
                super.onCancel();
            }
        };
    }

    /** A call refused further in never gets a listener, so it is counted out here. */
    private <Q, A> ServerCall.Listener<Q> start(ServerCallHandler<Q, A> next, ServerCall<Q, A> call, Metadata headers) {
        try {
            return next.startCall(call, headers);
        } catch (RuntimeException e) {
            inFlight.decrementAndGet();
            throw e;
        }
    }
}
