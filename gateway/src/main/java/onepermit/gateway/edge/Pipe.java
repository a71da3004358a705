package onepermit.gateway.edge;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * Two calls joined, each asked for its next message only when the other can take one, so that a slow side slows the other
 * and nothing heaps up here.
 */
final class Pipe {
    private final ServerCall<byte[], byte[]> caller;
    private final ClientCall<byte[], byte[]> backend;
    private boolean callerWaits;
    private boolean backendWaits;
    private volatile boolean callerEnded;

    Pipe(ServerCall<byte[], byte[]> caller, ClientCall<byte[], byte[]> backend) {
        this.caller = caller;
        this.backend = backend;
    }

    ServerCall.Listener<byte[]> fromCaller() {
        return new FromCaller();
    }

    ClientCall.Listener<byte[]> fromBackend() {
        return new FromBackend();
    }

    private synchronized boolean backendTakesMore() {
        callerWaits = !backend.isReady();
        return !callerWaits;
    }

    private synchronized boolean callerTakesMore() {
        backendWaits = !caller.isReady();
        return !backendWaits;
    }

    private synchronized boolean callerWaited() {
        boolean waited = callerWaits;
        callerWaits = false;
        return waited;
    }

    private synchronized boolean backendWaited() {
        boolean waited = backendWaits;
        backendWaits = false;
        return waited;
    }

    private final class FromCaller extends ServerCall.Listener<byte[]> {
        @Override
        public void onMessage(byte[] message) {
            backend.sendMessage(message);
            if (backendTakesMore()) {
                caller.request(1);
            }
        }

        @Override
        public void onHalfClose() {
            backend.halfClose();
        }

        @Override
        public void onCancel() {
            callerEnded = true;
            backend.cancel("the caller has gone", null);
        }

        @Override
        public void onReady() {
            if (backendWaited()) {
                backend.request(1);
            }
        }
    }

    private final class FromBackend extends ClientCall.Listener<byte[]> {
        @Override
        public void onHeaders(Metadata headers) {
            caller.sendHeaders(headers);
        }

        @Override
        public void onMessage(byte[] message) {
            caller.sendMessage(message);
            if (callerTakesMore()) {
                backend.request(1);
            }
        }

        /** A caller's call that has ended has its own reason, a message too large perhaps: that the backend was let go is no news to it. */
        @Override
        public void onClose(Status status, Metadata trailers) {
            if (!callerEnded) {
                caller.close(status, trailers);
            }
        }

        @Override
        public void onReady() {
            if (callerWaited()) {
                caller.request(1);
            }
        }
    }
}
