package onepermit.exchange.rpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import java.util.concurrent.atomic.AtomicInteger;

/** Beyond so many calls in flight the next is refused at once, so that those inside still end in time. */
public final class CallLimit implements ServerInterceptor {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final int most;

    public CallLimit(int most) {
        this.most = most;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType() != MethodType.UNARY) {
            return next.startCall(call, headers);
        }
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            throw new RefusalException(
                    new Refusal(Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS", "", "too many calls at once; try again"));
        }
        return counted(next, call, headers);
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
