package onepermit.exchange.access;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import onepermit.exchange.rpc.House;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.tls.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Which caller may come over which connection: people and machines outside over the gateway's alone, and a department over its
 * own. A token that was stolen opens nothing without the certificate it came with.
 */
public final class PeerGate implements ServerInterceptor {
    public static final String GATEWAY = "gateway";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (House.owns(call.getMethodDescriptor()) && !fits(Peer.of(call), Callers.current())) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "CONNECTION",
                    "",
                    "this caller does not come over this connection: call through the gateway, or as a department with"
                            + " its own certificate"));
        }
        return next.startCall(call, headers);
    }

    private static boolean fits(@Nullable Peer peer, Caller caller) {
        if (peer == null) {
            return false;
        }
        boolean department = caller.role().equals("service");
        return department
                ? !caller.department().isEmpty() && caller.department().equals(peer.holder())
                : peer.holder().equals(GATEWAY);
    }
}
