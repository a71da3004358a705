package onepermit.exchange.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** Turns everything that goes wrong in a call, thrown or closed with, into the status of {@link Failures}. */
public final class CallFailures implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Answering<Q, A> answering = new Answering<>(call);
        try {
            return new Guarded<>(next.startCall(answering, headers), answering);
        } catch (RuntimeException e) {
            answering.fail(e);
            return new ServerCall.Listener<>() {};
        }
    }

    /** A call that closes once, and never with the details of a fault. */
    private static final class Answering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private volatile boolean closed;

        Answering(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (closed) {
                return;
            }
            closed = true;
            if (status.isOk()) {
                super.close(status, trailers);
            } else {
                end(Faults.answer(status, trailers, getMethodDescriptor().getFullMethodName()));
            }
        }

        void fail(Throwable thrown) {
            if (!closed) {
                closed = true;
                end(Faults.answer(thrown, getMethodDescriptor().getFullMethodName()));
            }
        }

        private void end(StatusRuntimeException answer) {
            super.close(
                    answer.getStatus(),
                    Optional.ofNullable(answer.getTrailers()).orElseGet(Metadata::new));
        }
    }

    /** A listener whose exceptions end the call; after the end nothing reaches the handler but the end itself. */
    private static final class Guarded<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Answering<Q, ?> answering;

        Guarded(ServerCall.Listener<Q> listener, Answering<Q, ?> answering) {
            super(listener);
            this.answering = answering;
        }

        @Override
        public void onMessage(Q message) {
            if (!answering.closed) {
                guarded(() -> super.onMessage(message));
            }
        }

        @Override
        public void onHalfClose() {
            if (!answering.closed) {
                guarded(super::onHalfClose);
            }
        }

        @Override
        public void onReady() {
            guarded(super::onReady);
        }

        private void guarded(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                answering.fail(e);
            }
        }
    }
}
