package onepermit.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PipeTest {
    private final Caller caller = new Caller();
    private final Backend backend = new Backend();
    private final Pipe pipe = new Pipe(caller, backend);

    /** The transport ends the call of a message too large with a reason of its own, and tells us first. */
    @Test
    void what_ended_the_callers_call_is_not_overwritten_by_the_end_of_the_backends() {
        backend.told = pipe.fromBackend();

        pipe.fromCaller().onCancel();

        assertThat(backend.cancelled).isTrue();
        assertThat(caller.closed).isEmpty();
    }

    @Test
    void the_backends_end_is_the_callers() {
        pipe.fromBackend().onClose(Status.NOT_FOUND, new Metadata());

        assertThat(caller.closed).containsExactly(Status.NOT_FOUND);
    }

    private static final class Caller extends ServerCall<byte[], byte[]> {
        private final List<Status> closed = new ArrayList<>();

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(byte[] message) {}

        @Override
        public void close(Status status, Metadata trailers) {
            closed.add(status);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<byte[], byte[]> getMethodDescriptor() {
            return MethodDescriptor.newBuilder(Bytes.INSTANCE, Bytes.INSTANCE)
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("test.Service/Method")
                    .build();
        }
    }

    /** Ends on the caller's thread as soon as it is cancelled, as a call does that has not reached a server yet. */
    private static final class Backend extends ClientCall<byte[], byte[]> {
        private ClientCall.@Nullable Listener<byte[]> told;
        private boolean cancelled;

        @Override
        public void start(Listener<byte[]> listener, Metadata headers) {}

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            cancelled = true;
            if (told != null) {
                told.onClose(Status.CANCELLED, new Metadata());
            }
        }

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(byte[] message) {}
    }
}
